#!/usr/bin/env python3
"""Writes src/sdk-hosts.ts: in which region a service has which host, by the vendor's SDK for Python.

    python3 -m venv venv && venv/bin/python scripts/sdk-hosts.py

Installs the packages of the pinned version that the services' samples.mjs name into the Python that runs it, and reads
their region tables. A newer version: change VERSION, run it, and read the difference.
"""
import importlib
import inspect
import json
import re
import subprocess
import sys
from pathlib import Path

VERSION = '3.1.219'
# Credentials come from the first two, the hosts of other sites from the others; no evidence names them.
OTHERS = ['iam.v3', 'sts.v1', 'bssintl.v2']
# Of Flexible Engine, a cloud with a domain of its own, of which the tables know nothing. Nobody's credentials may end up
# at the host that the SDK has for it.
ELSEWHERE = {'eu-west-0'}

root = Path(__file__).parent.parent


def clients():
    """The SDK's clients that the services name, for example `ecs.v2`."""
    listing = subprocess.run(
        ['node', root / 'scripts' / 'evidence.mjs'], capture_output=True, text=True, check=True)
    evidences = json.loads(listing.stdout).values()
    return sorted({evidence['sdk']['client'] for evidence in evidences} | set(OTHERS))


def install():
    """The packages of these clients, into the Python that runs this."""
    packages = sorted({f"huaweicloudsdk{client.split('.')[0]}=={VERSION}" for client in clients()})
    # Not compiled, for most of their thousands of files are never imported.
    subprocess.run(
        [sys.executable, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-compile', *packages],
        check=True)


def endpoints(client):
    """URL by region. A few regions have a second one, which nothing here uses."""
    package, version = client.split('.')
    module = importlib.import_module(f'huaweicloudsdk{package}.{version}.region.{package}_region')
    [table] = [each for _, each in inspect.getmembers(module, inspect.isclass) if hasattr(each, 'static_fields')]
    return {region: place.endpoints[0] for region, place in table.static_fields.items()}


def table(client):
    """Regions by the first label of the host, or by the whole host of a service without regions, and what is neither."""
    labels, odd = {}, {}
    urls = endpoints(client)
    is_global = not any(region in url.split('.') for region, url in urls.items())
    for region, url in sorted(urls.items()):
        if region in ELSEWHERE:
            continue
        # eu-west-101 is of the European cloud, whatever the table has for it.
        usual = re.fullmatch(rf'https://([a-z0-9-]+)\.{region}\.myhuaweicloud\.(com|eu)', url)
        if is_global:
            labels.setdefault(url.removeprefix('https://'), []).append(region)
        elif usual:
            labels.setdefault(usual[1], []).append(region)
        else:
            odd[region] = url
    return labels, odd


def main():
    install()
    names = clients()
    lines = []
    for name in names:
        labels, odd = table(name)
        for region, url in odd.items():
            lines.append(f'  // Left out, for its form is another one: {region} {url}')
        entries = ', '.join(f"'{label}': '{' '.join(regions)}'" for label, regions in sorted(labels.items()))
        lines.append(f"  '{name}': {{{entries}}},")
    text = '\n'.join([
        f'/** Made by scripts/sdk-hosts.py of version {VERSION} of the vendor\'s SDK for Python: regions by the first label of the host, or by all of it. */',
        'export const sdkHosts = {', *lines, '} as const;', ''])
    file = root / 'src' / 'sdk-hosts.ts'
    before = file.read_text() if file.exists() else ''
    file.write_text(text)
    subprocess.run(['npx', 'biome', 'format', '--write', file], cwd=root, check=True, stdout=subprocess.DEVNULL)
    new = [name for name in names if f"'{name}'" not in before]
    print(f"new: {', '.join(new) or 'no client; is it sdk.client in the samples.mjs of the service?'}")


if __name__ == '__main__':
    main()

#!/usr/bin/env python3
"""Holds the built action against the vendor's own SDK for Python, which knows the same APIs and shares no code with it.

    npm run build && python3 -m venv venv && venv/bin/python .ci/oracle.py

Compares, for each service:
- the request: what the SDK's call sends, and what dist/index.js sends for the same task, to one server on this machine;
- the requests that read why a task failed: what the SDK's calls send, and what the build makes of the same task;
- the hosts: the SDK's table of regions, and where the action would send its requests;
- the words: those that the SDK's model of the answer explains, and those of the service's `states`.

.ci/oracle-differences.json lists the differences that are meant, each with its reason. Any other fails, and so does an
entry that is no longer true.
"""
import importlib
import inspect
import json
import os
import re
import runpy
import subprocess
import sys
import tempfile
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit

root = Path(__file__).parent.parent
sdk_hosts = runpy.run_path(str(root / 'scripts' / 'sdk-hosts.py'))

PROJECT_ID = 'b384b9e9ab9b4ee8994c8633aabc9505'
DOMAIN_ID = '0a1b2c3d4e5f60718293a4b5c6d7e8f9'
# An API that wants an id for each request gets this one from the SDK, as the variants in the evidence call it, and a
# fresh one from the action.
REQUEST_ID = 'R1'
ACCESS_KEY, SECRET_KEY = 'ACCESSKEYOFNOBODYXXX', 'SecretKeyOfNobodyXXXXXXXXXXXXXXXXXXXXXXX'
# Headers of the transport and its caches, and of the signature, which other tests hold against the SDK's signer. The
# SDK declares a content type for the body that a GET does not have.
TRANSPORT = {'accept', 'accept-encoding', 'authorization', 'cache-control', 'connection', 'content-length',
             'content-type', 'host', 'user-agent', 'x-sdk-date'}
# The hosts of these come from the SDK too.
CREDENTIALS = {'iam': 'iam.v3', 'sts': 'sts.v1'}


class Request(NamedTuple):
    line: str
    headers: dict


class Capture:
    """A server that answers everything with an empty object and keeps the first request."""

    def __init__(self):
        self.first = None
        capture = self

        class Handler(BaseHTTPRequestHandler):
            def handle_one(self):
                headers = {name.lower(): value for name, value in self.headers.items() if name.lower() not in TRANSPORT}
                url = urlsplit(self.path)
                query = sorted(parse_qsl(url.query, keep_blank_values=True))
                line = ' '.join([self.command, url.path, *(f'{key}={value}' for key, value in query)])
                # A time of the moment in which it was sent.
                line = re.sub(r'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d', '{time}', line)
                capture.first = capture.first or Request(line, headers)
                self.send_response(200)
                self.send_header('content-type', 'application/json')
                self.send_header('content-length', '2')
                self.end_headers()
                self.wfile.write(b'{}')

            do_GET = do_POST = do_PUT = handle_one

            def log_message(self, *_):
                pass

        server = HTTPServer(('127.0.0.1', 0), Handler)
        self.url = f'http://127.0.0.1:{server.server_port}'
        Thread(target=server.serve_forever, daemon=True).start()

    def of(self, send):
        """The first request of what `send` sends; it may raise, for the answer is no good one."""
        self.first = None
        try:
            outcome = send()
        except Exception as error:  # pylint: disable=broad-except
            outcome = repr(error)
        return self.first or Request(f'nothing: {str(outcome)[-200:]}', {})


class Case(NamedTuple):
    """A task to poll: the inputs beside the credentials, what names in templates stand for, the API's headers, and its query."""
    inputs: dict
    values: dict
    headers: dict
    query: dict


def cases(evidence):
    """The example, and what the service sends for other inputs."""
    yield case(evidence, evidence['example'], {}, evidence['poll'].get('headers', {}), evidence['poll']['path'])
    parent, _, task_id = evidence['example'].rpartition('/')
    for variant in evidence['poll'].get('variants', []):
        given = {re.sub('[A-Z]', lambda letter: '-' + letter[0].lower(), name): value
                 for name, value in variant['given'].items()}
        ids = [given.pop('parent-id', parent), given.pop('task-id', task_id)]
        yield case(evidence, '/'.join(filter(None, ids)), given, variant['headers'],
                   variant.get('path', evidence['poll']['path']))


def case(evidence, task_id, inputs, headers, path):
    names, parts = re.findall(r'{(\w+)}', evidence['id']), task_id.split('/')
    # The id of a CodeArts project may stand before the others.
    if len(parts) > len(names):
        names = ['project_id', *names]
    values = {'project_id': PROJECT_ID, 'request_id': REQUEST_ID, 'a_week_ago': '2026-01-08T08:30:00',
              **dict(zip(names, parts, strict=True))}
    return Case({'task-id': task_id, **inputs}, values, {name: fill(text, values) for name, text in headers.items()},
                dict(parse_qsl(urlsplit(path).query)))


def fill(template, values):
    return re.sub(r'{(\w+)}', lambda name: values[name[1]], template)


class Sdk:
    """A client of the SDK."""

    def __init__(self, name, url, scope):
        self.scope = scope
        package, version = name.split('.')
        self.module = importlib.import_module(f'huaweicloudsdk{package}.{version}')
        [self.client] = [each for label, each in inspect.getmembers(self.module, inspect.isclass)
                         if label.lower() == f'{package}client']
        self.url = url

    def model(self, method, kind):
        return getattr(self.module, ''.join(word.capitalize() for word in method.split('_')) + kind)

    def send(self, call, task):
        from huaweicloudsdkcore.auth.credentials import BasicCredentials, GlobalCredentials
        credentials = (GlobalCredentials(ACCESS_KEY, SECRET_KEY, DOMAIN_ID) if self.scope == 'domain'
                       else BasicCredentials(ACCESS_KEY, SECRET_KEY, PROJECT_ID))
        client = self.client.new_builder().with_credentials(credentials).with_endpoint(self.url).build()
        request = self.model(call['method'], 'Request')
        arguments = {name: fill(text, task.values) for name, text in call['arguments'].items()}
        for attribute, name in request.attribute_map.items():
            if name.lower() in task.headers:
                arguments[attribute] = task.headers[name.lower()]
            if name == 'enterprise_project_id' and name in task.query:
                arguments[attribute] = task.query[name]
        return getattr(client, call['method'])(request(**arguments))

    def asks(self, path):
        """Whether any call has this path, whatever its parameters are called."""
        paths = re.findall(r'"resource_path": "([^"]+)"', inspect.getsource(self.client))
        return any(re.sub(r'{\w+}', '{}', each) == re.sub(r'{\w+}', '{}', path) for each in paths)

    def words(self, method, path):
        """The words that the model of the answer explains at this path; `None` where the model does not have it."""
        model, text = self.model(method, 'Response'), ''
        # An answer that is a list.
        if 'body' in model.attribute_map.values():
            path = ['body', *path]
        for key in path:
            attribute = {key: name for name, key in getattr(model, 'attribute_map', {}).items()}.get(key)
            if attribute is None:
                return None
            text = inspect.getdoc(getattr(model, attribute)).split(':return:')[0]
            of_list = re.sub(r'^list\[(.*)\]$', r'\1', model.openapi_types[attribute])
            model = getattr(self.module, of_list, None)
        return explained_words(text)


def explained_words(text):
    """`FAIL：失败`, `FAIL（失败）`, `值为“BACKING UP”，表示…`, `0表示…`, `` `FAILED` - … ``: a word, and what it means."""
    means = r'\s*(?:[:：（(]|，?表示| - )'
    quoted = rf'“([A-Za-z][\w -]*)”{means}'
    others = re.sub(rf'https?://|{quoted}', ' ', text, flags=re.ASCII)
    return set(re.findall(quoted, text, re.ASCII)) | set(
        re.findall(rf'(?<![\w-])([A-Za-z][\w-]*|\d+)[`”]?{means}', others, re.ASCII))


def run_action(service, task, defaults, url):
    inputs = {**defaults, 'service': service, 'region': 'cn-north-4', 'project-id': PROJECT_ID, 'domain-id': DOMAIN_ID,
              'endpoint': url, 'access-key': ACCESS_KEY, 'secret-key': SECRET_KEY, 'timeout': '0', **task.inputs}
    with tempfile.TemporaryDirectory() as folder:
        environment = {'PATH': os.environ['PATH'], 'HOME': folder}
        for name in ('GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'):
            environment[name] = f'{folder}/{name}'
            Path(environment[name]).touch()
        environment.update({f'INPUT_{name.upper()}': value for name, value in inputs.items()})
        return subprocess.run(['node', root / 'dist' / 'index.js'], env=environment, cwd=folder, timeout=30,
                              check=False, capture_output=True, text=True).stdout


def compare_requests(service, evidence, sdk, capture, defaults):
    call = evidence['sdk']
    if 'method' not in call:
        if sdk.asks(evidence['poll']['path'].split('?')[0]):
            yield 'request: the SDK has a call for it'
        return
    for task in cases(evidence):
        theirs = capture.of(lambda: sdk.send(call, task))
        ours = capture.of(lambda: run_action(service, task, defaults, capture.url))
        if theirs.line != ours.line:
            yield f'request: {ours.line}, in the SDK {theirs.line}'
        for name in sorted(theirs.headers.keys() | ours.headers.keys()):
            mine, other = ours.headers.get(name), theirs.headers.get(name)
            is_fresh = other == REQUEST_ID and re.fullmatch(r'[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}', mine or '')
            if mine != other and not is_fresh:
                yield f'header {name}: {mine or "none"}, in the SDK {other or "none"}'


def compare_causes(evidence, sdk, capture, requests):
    """The requests that read why a task failed. The action sends them as the build makes them."""
    reads = evidence.get('causes', [])
    if len(reads) != len(requests):
        yield f'causes: {len(requests)} requests, and {len(reads)} in the evidence'
    for read, request in zip(reads, requests):
        task = case(evidence, evidence['example'], {}, read['request'].get('headers', {}), read['request']['path'])
        task.values.update(read.get('values', {}))
        theirs = capture.of(lambda: sdk.send(read['sdk'], task))
        url = urlsplit(fill_encoded(request['path'], task.values))
        line = ' '.join(['GET', url.path, *(f'{key}={value}' for key, value in sorted(parse_qsl(url.query)))])
        if theirs.line != line:
            yield f'causes: {line}, in the SDK {theirs.line}'
        for name, text in request.get('headers', {}).items():
            if theirs.headers.get(name) != fill(text, task.values):
                yield f'header {name} of causes: {text}, in the SDK {theirs.headers.get(name) or "none"}'


def fill_encoded(template, values):
    """Names in a path whose values were encoded."""
    return fill(template.replace('%7B', '{').replace('%7D', '}'), values)


def compare_hosts(ours, theirs):
    for region, url in ours.items():
        other = theirs.get(region)
        if url == other:
            continue
        names = [each or 'none' for each in (url, other)]
        # Where the names agree, or there is one alone, the cloud is what differs: for many services in the same way.
        if not (url and other) or url.split('.')[0] == other.split('.')[0]:
            names = [re.sub(rf'^https://[\w-]+\.{region}\.', '', name) for name in names]
        yield f'host in {region}: {names[0]}, in the SDK {names[1]}'


def compare_words(ours, theirs):
    for here, there, label in ((ours, theirs, 'not in the SDK'), (theirs, ours, 'in the SDK alone')):
        if here - there:
            yield f'words {label}: {" ".join(sorted(here - there))}'


def word_paths(needs):
    """Where an answer has the words for the task's state."""
    place = [key for name in ('list', 'task') for key in needs.get(name, '').split('.') if key]
    fixed = [path for path, value in needs.get('fixed', {}).items() if isinstance(value, str)]
    return [[*place, *path.split('.')] for path in (needs['word'], *fixed)]


def node(*arguments):
    return json.loads(subprocess.run(['node', *arguments], cwd=root, check=True, stdout=subprocess.PIPE).stdout)


def by_difference(pairs):
    """A line for each difference, with the services that have it."""
    return [f'{what} ({", ".join(sorted(service for service, same in pairs if same == what))})'
            for what in sorted({what for _, what in pairs})]


def judge(found):
    """Holds what was found against what is meant, and prints what is wrong."""
    entries = json.loads((root / '.ci' / 'oracle-differences.json').read_text())
    wrong = [f'Without a reason: {entry["what"]}' for entry in entries if not entry.get('why')]
    explained = set()
    for entry in entries:
        # Without a list, an entry is about any service, and true of one at least.
        same = {service for service, what in found if what == entry['what']}
        services = set(entry['services']) if 'services' in entry else same or {'any service'}
        explained |= {(service, entry['what']) for service in services}
    wrong += [f'New difference: {line}' for line in by_difference(found - explained)]
    wrong += [f'No difference any more: {line}' for line in by_difference(explained - found)]
    print(*wrong, sep='\n', end='\n' if wrong else '')
    if wrong:
        print('Correct the service or .ci/oracle-differences.json, which lists the differences that are meant.')
    return not wrong


def main():
    sdk_hosts['install']()
    # From here on, whatever proxy the installation needs, requests go to this machine.
    os.environ['NO_PROXY'] = os.environ['no_proxy'] = '127.0.0.1'
    evidences = node('scripts/evidence.mjs')
    clients = {**CREDENTIALS, **{service: evidence['sdk']['client'] for service, evidence in evidences.items()}}
    tables = {service: sdk_hosts['endpoints'](client) for service, client in clients.items()}
    regions = {region for table in tables.values() for region in table}
    regions |= {region for evidence in evidences.values() for region in evidence['hosts']}
    ours = node('.ci/oracle-ours.mjs', *sorted(regions))
    capture = Capture()

    found, hosts, words = set(), [], []
    called = {service for service, evidence in evidences.items() if 'method' in evidence['sdk']}
    for service, table in tables.items():
        here = ours['hosts'][service]
        # A service without regions has its host in all of them; the SDK names one or two.
        if service in ours['global']:
            here = {region: url for region, url in here.items() if region in table}
        found |= {(service, what) for what in compare_hosts(here, table)}
        hosts += [url == table.get(region) for region, url in here.items() if url or region in table]
    for service, evidence in evidences.items():
        sdk = Sdk(clients[service], capture.url, ours['scopes'][service])
        found |= {(service, what) for what in compare_requests(service, evidence, sdk, capture, ours['inputs'])}
        found |= {(service, what) for what in compare_causes(evidence, sdk, capture, ours['causes'][service])}
        if service not in called:
            continue
        known = [sdk.words(evidence['sdk']['method'], path) for path in word_paths(evidence['needs'])]
        if None in known:
            found.add((service, 'words: the model of the answer has no such field'))
        theirs = set().union(*filter(None, known))
        if theirs:
            mine = set(ours['words'][service])
            found |= {(service, what) for what in compare_words(mine, theirs)}
            words.append(mine & theirs)

    same = called - {service for service, what in found if what.startswith(('request', 'header'))}
    print(f'As in the SDK: the requests of {len(same)} of the {len(called)} services that it has a call for, '
          f'{sum(hosts)} of {len(hosts)} hosts, {sum(map(len, words))} words of the {len(words)} services whose words '
          f'it explains. Differences: {len(found)}.')
    return judge(found)


if __name__ == '__main__':
    sys.exit(not main())

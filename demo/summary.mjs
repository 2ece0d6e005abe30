/** The job summary of a run as files to look at. */
import {mkdir, writeFile} from 'node:fs/promises';
import {fileURLToPath} from 'node:url';

/** Not the system's folder for temporary files, which all its users share. */
const folder = new URL('../build/start/', import.meta.url);

/**
 * Writes a job summary as Markdown and, where the development tools are installed, as the page that GitHub would show.
 * A run writes over the files of an earlier one of the same name.
 * @param {string} name with slashes or not
 * @param {string} markdown
 * @returns {Promise<{markdown: string, html: string | undefined}>} the paths
 */
export async function writeSummary(name, markdown) {
  const fileFor = ending => new URL(`${name.replaceAll('/', '-')}.${ending}`, folder);
  await mkdir(folder, {recursive: true});
  await writeFile(fileFor('md'), markdown);
  const github = await import('../scripts/github-markdown.mjs').catch(error => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  });
  if (github !== undefined) await writeFile(fileFor('html'), page(name, github.htmlAsGitHub(markdown)));
  return {
    markdown: fileURLToPath(fileFor('md')),
    html: github && fileURLToPath(fileFor('html'))
  };
}

/** Nothing in it is loaded from elsewhere, whatever a summary holds. */
function page(name, article) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${name}: job summary</title>
<style>${style}</style>
</head>
<body>
<header>Job summary of ${name}, as GitHub shows it</header>
<article>
${article}
</article>
</body>
</html>
`;
}

/** GitHub's look, for as much as there is in a summary. */
const style = `
:root {
  color-scheme: light dark;
  --text: #1f2328; --quiet: #59636e; --back: #fff; --line: #d1d9e0; --code: #818b981f; --block: #f6f8fa; --link: #0969da;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #f0f6fc; --quiet: #9198a1; --back: #0d1117; --line: #3d444d; --code: #656c7633; --block: #151b23; --link: #4493f8;
  }
}
body {
  margin: 0 auto; max-width: 880px; padding: 16px 24px; background: var(--back); color: var(--text);
  font: 16px/1.5 -apple-system, BlinkMacSystemFont, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif;
  overflow-wrap: break-word;
}
header { margin-bottom: 16px; color: var(--quiet); font-size: 12px; }
article { border: 1px solid var(--line); border-radius: 6px; padding: 16px 24px; }
h1, h2, h3, h4, h5, h6 { margin: 24px 0 16px; font-weight: 600; line-height: 1.25; }
article > :first-child { margin-top: 0; }
h3 { font-size: 1.25em; }
p, ul, ol, table, pre, details, blockquote { margin: 0 0 16px; }
table { display: block; width: max-content; max-width: 100%; overflow: auto; border-collapse: collapse; }
th, td { border: 1px solid var(--line); padding: 6px 13px; }
th { font-weight: 600; }
tbody tr:nth-child(2n) { background: var(--block); }
code { border-radius: 6px; padding: .2em .4em; background: var(--code); }
code, pre { font: 85%/1.45 ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; }
pre { border-radius: 6px; padding: 16px; overflow: auto; background: var(--block); }
pre code { padding: 0; background: none; font-size: 100%; }
pre:has(> .language-mermaid)::before { content: 'GitHub draws this as a chart:'; color: var(--quiet); }
pre > .language-mermaid { display: block; margin-top: 8px; }
summary { cursor: pointer; }
a { color: var(--link); }
`;

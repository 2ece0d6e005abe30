// Draws the pictures of job summaries: `npm run pictures`. Plays stories of the stand-in cloud against the built action, turns
// what it writes into HTML as GitHub does (Markdown, the allow-list for HTML, Mermaid), and takes it with a Chromium in
// GitHub's light and dark colors. `npm run pictures -- <folder>` draws more of them, also for a narrow screen and of the
// log, into a folder, to be looked at.
import {accessSync, constants, mkdirSync, readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {delimiter, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import puppeteer from 'puppeteer-core';
import {play} from '../../demo/stage.mjs';
import {stories} from '../../demo/stories.mjs';
import {htmlAsGitHub} from '../../scripts/github-markdown.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const inPackage = createRequire(import.meta.url).resolve;
const textOf = name => readFileSync(inPackage(name), 'utf8');

/** Those of the documents, by their files: what is shown, and of which story. */
const shown = {
  run: {story: 'dataarts-studio/fails', page: runPage},
  failed: {story: 'rfs-stack/fails', page: summaryPage},
  'four-tasks': {story: 'dataarts-studio/four-tasks', page: summaryPage},
  'token-expired': {story: 'credentials/token-expires', page: summaryPage}
};
/** Those that are only looked at. */
const more = {
  ...shown,
  ...Object.fromEntries(
    [
      'dataarts-studio/succeeds',
      'dataarts-studio/not-found',
      'dataarts-studio/hostile-text',
      'dataarts-studio/throttled',
      'dataarts-studio/ten-tasks',
      'codearts-pipeline/fails',
      'taurusdb/succeeds',
      'dataarts-studio/cancelled'
    ].map(story => [story.replace('/', '-'), {story, page: summaryPage}])
  )
};
const languages = {'en-us': '', 'zh-cn': '-zh-cn'};

const themes = {
  light: {
    mermaid: 'default',
    background: '#ffffff',
    color: '#1f2328',
    border: '#d1d9e0',
    faint: '#59636e',
    red: '#d1242f'
  },
  dark: {mermaid: 'dark', background: '#0d1117', color: '#f0f6fc', border: '#3d444d', faint: '#9198a1', red: '#f85149'}
};
const widePx = 880;
const narrowPx = 375;

const mermaid = textOf('mermaid/dist/mermaid.min.js');

/** Debian, Ubuntu and others name it differently; CHROMIUM says where else it is. */
function chromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap(path => names.map(name => join(path, name)))
    .find(file => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
  const path = process.env.CHROMIUM ?? found;
  if (path === undefined) throw new Error('Install Chromium, or name its program in CHROMIUM.');
  return path;
}

async function run(name, language) {
  const story = stories.find(({group, name: own}) => `${group}/${own}` === name);
  const result = await play({...story, inputs: {...story.inputs, language}});
  if (!result.asDeclared) throw new Error(`${name} ended ${result.outputs.status}`);
  return result;
}

function summaryPage({summary}, theme) {
  return page(theme, `<article class="markdown-body">${htmlAsGitHub(summary)}</article>`);
}

/** The run as GitHub shows it: the steps of the job, the red one open, and the deployment that it keeps from running. */
function runPage({lines}, theme, language) {
  const [start, wait, deploy] = stepNames[language];
  const {border, faint} = themes[theme];
  const step = (mark, color, name, body = '') =>
    `<div style="border-top: 1px solid ${border}; padding: 8px 12px"><span style="color: ${color}; display: inline-block; width: 20px">${mark}</span>${name}</div>${body}`;
  const log = `<div style="padding: 0 12px 8px 44px">${logOf(lines, theme)}</div>`;
  return page(
    theme,
    `<div style="font: 14px/20px -apple-system, 'Noto Sans', 'Noto Sans CJK SC', sans-serif; border: 1px solid ${border}; border-radius: 6px">
      <div style="padding: 12px"><b>deploy</b> <span style="color: ${faint}">${failedIn[language]}</span></div>
      ${step('✓', faint, start)}${step('✗', themes[theme].red, `<b>${wait}</b>`, log)}${step('⊘', faint, `<span style="color: ${faint}">${deploy}</span>`)}
    </div>`
  );
}

const stepNames = {
  'en-us': ['Start the import', 'Wait for the import', 'Deploy (skipped)'],
  'zh-cn': ['发起导入', '等待导入完成', '部署（已跳过）']
};
const failedIn = {'en-us': 'failed', 'zh-cn': '失败'};

const ansiColors = {
  light: {1: 'inherit', 31: '#cf222e', 32: '#116329', 33: '#7d4e00', 36: '#1b7c83', 90: '#6e7781'},
  dark: {1: 'inherit', 31: '#ff7b72', 32: '#3fb950', 33: '#d29922', 36: '#39c5cf', 90: '#8b949e'}
};

function logPage({lines}, theme) {
  return page(theme, logOf(lines, theme));
}

function logOf(lines, theme) {
  const escaped = text => text.replace(/[&<>]/g, mark => `&#${mark.charCodeAt(0)};`);
  const kinds = {error: ['31', 'Error: '], notice: ['36', 'Notice: '], group: ['1', '▼ ']};
  const html = lines.map(({kind, text, continued}) => {
    const [code, label] = kinds[kind] ?? ['', ''];
    const colored = escaped(text).replace(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
      /\u001b\[(\d+)m(.*?)\u001b\[0m/g,
      (_, ansi, inner) => `<span style="${styleOf(ansi, theme)}">${inner}</span>`
    );
    return `<span style="${styleOf(code, theme)}">${continued ? '' : label}${colored}</span>`;
  });
  return `<pre style="font: 12px/20px monospace; white-space: pre-wrap; margin: 0">${html.join('\n')}</pre>`;
}

function styleOf(ansi, theme) {
  return ansi === '' ? '' : `color: ${ansiColors[theme][ansi]}${ansi === '1' ? '; font-weight: bold' : ''}`;
}

function page(theme, body) {
  const {background, color} = themes[theme];
  return `<!doctype html><meta charset="utf-8"><style>${textOf(`github-markdown-css/github-markdown-${theme}.css`)}
    body { margin: 0; padding: 16px 24px; background: ${background}; color: ${color}; }</style>${body}`;
}

async function take(html, theme, widthPx, path) {
  const tab = await browser.newPage();
  await tab.setViewport({width: widthPx, height: 100, deviceScaleFactor: folder ? 1 : 1.5});
  await tab.setContent(html);
  await tab.addScriptTag({content: mermaid});
  await tab.evaluate(async mermaidTheme => {
    globalThis.mermaid.initialize({startOnLoad: false, theme: mermaidTheme});
    for (const [index, code] of [...document.querySelectorAll('code.language-mermaid')].entries()) {
      const place = document.createElement('div');
      code.parentElement.replaceWith(place);
      const {svg} = await globalThis.mermaid.render(`chart${index}`, code.textContent, place);
      place.innerHTML = svg;
    }
  }, themes[theme].mermaid);
  await tab.screenshot({path, fullPage: true});
  await tab.close();
}

const [folder] = process.argv.slice(2);
const browser = await puppeteer.launch({executablePath: chromium(), args: ['--no-sandbox']});
try {
  if (folder) mkdirSync(folder, {recursive: true});
  for (const [name, {story, page: draw}] of Object.entries(folder ? more : shown)) {
    for (const [language, suffix] of Object.entries(languages)) {
      const result = await run(story, language);
      for (const theme of Object.keys(themes)) {
        const file = kind => join(folder ?? here, `${name}${kind}${suffix}-${theme}.png`);
        await take(draw(result, theme, language), theme, widePx, file(''));
        if (!folder) continue;
        await take(draw(result, theme, language), theme, narrowPx, file('-narrow'));
        await take(logPage(result, theme), theme, widePx, file('-log'));
      }
    }
  }
} finally {
  await browser.close();
}

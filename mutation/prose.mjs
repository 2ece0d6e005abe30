import {declareValuePlugin, PluginKind} from '@stryker-mutator/api/plugin';

/** Texts for people, in which any wording would do. The README's test holds it to `about`. */
const prose = new Set(['about', 'advice', 'form', 'title']);

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'prose', {
    shouldIgnore: ({node}) =>
      node.type === 'ObjectProperty' && node.key.type === 'Identifier' && prose.has(node.key.name)
        ? `\`${node.key.name}\` is a text for people`
        : undefined
  })
];

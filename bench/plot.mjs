const [width, height, left, top, right, bottom] = [860, 480, 64, 56, 640, 420];
const inXml = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Mean lag against polls, both on logarithmic axes, for tasks of 15 minutes. Colours follow the reader's mode. */
export function plot({peers, progress}, duration = '15 min') {
  const points = [
    ...Object.entries(peers).map(([name, result]) => ({name, ...result[duration], kind: 'other'})),
    {name: 'This action', ...progress['none told'][duration], kind: 'own'},
    {name: 'This action, honest progress', ...progress['honest, whole percents'][duration], kind: 'own'}
  ];
  const x = polls => left + ((Math.log10(polls) - Math.log10(5)) / Math.log10(300 / 5)) * (right - left);
  const y = lag => bottom - (Math.log10(lag / 0.8) / Math.log10(500 / 0.8)) * (bottom - top);
  const ticks = [
    ...[5, 10, 20, 50, 100, 200].map(
      n =>
        `<path class="grid" d="M${x(n)} ${top}V${bottom}"/><text x="${x(n)}" y="${bottom + 18}" text-anchor="middle">${n}</text>`
    ),
    ...[1, 2, 5, 10, 20, 50, 100, 200, 400].map(
      n =>
        `<path class="grid" d="M${left} ${y(n)}H${right}"/><text x="${left - 8}" y="${y(n) + 4}" text-anchor="end">${n}</text>`
    )
  ];
  const legend = [];
  const marks = points.map(({name, meanLagS, polls, kind}, i) => {
    legend.push(`<text class="${kind}" x="${right + 16}" y="${top + 10 + i * 22}">${i + 1}  ${inXml(name)}</text>`);
    const [cx, cy] = [x(polls), y(meanLagS)];
    return `<circle class="${kind}" cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" r="5"/><text class="${kind}" x="${(cx + (i % 2 ? 8 : -8)).toFixed(1)}" y="${(cy - 7).toFixed(1)}" text-anchor="${i % 2 ? 'start' : 'end'}">${i + 1}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="Mean lag against polls for tasks of ${duration}">
<style>
svg{background:#fff}text{font:12px sans-serif;fill:#333}.grid{stroke:#ddd;fill:none}circle.other{fill:#777}circle.own{fill:#0969da}text.own{fill:#0969da;font-weight:bold}.title{font-size:15px;font-weight:bold}
@media(prefers-color-scheme:dark){svg{background:#0d1117}text{fill:#ccc}.grid{stroke:#30363d}circle.other{fill:#999}circle.own{fill:#58a6ff}text.own{fill:#58a6ff}}
</style>
<text class="title" x="${left}" y="28">Mean lag against polls, tasks of ${duration} (± 20 %)</text>
${ticks.join('\n')}
${marks.join('\n')}
${legend.join('\n')}
<text x="${(left + right) / 2}" y="${bottom + 42}" text-anchor="middle">polls (fewer is better)</text>
<text transform="translate(18 ${(top + bottom) / 2}) rotate(-90)" text-anchor="middle">mean lag in seconds (less is better)</text>
</svg>
`;
}

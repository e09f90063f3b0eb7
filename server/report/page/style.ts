/** The look of the page: quiet, like good print; light and dark, screen and paper. Four sizes of type, hairlines for boxes. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ink: #1d2126; --muted: #5a6169; --line: #e1e3e6; --paper: #ffffff; --wash: #f6f7f8; --link: #0b5c94;
  --chart-ink: var(--ink); --chart-muted: var(--muted); --chart-grid: var(--line); --chart-paper: var(--paper);
}
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e6e9; --muted: #9ba1a8; --line: #33373c; --paper: #17191c; --wash: #1f2226; --link: #7fbde8; }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 24px; }
body {
  margin: 0 auto; padding: 56px 32px 96px; max-width: 1064px; background: var(--paper); color: var(--ink);
  font: 15px/1.55 "Inter Variable", Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  font-feature-settings: "cv05", "ss03"; overflow-wrap: break-word;
}
svg { font-family: inherit; }
h1, h2, h3, p, dl, dd, figure, ul, ol { margin: 0; }
h1 { font-size: 36px; line-height: 1.15; letter-spacing: -0.022em; font-weight: 680; }
h2 { font-size: 21px; line-height: 1.25; letter-spacing: -0.012em; font-weight: 650; }
h3 { font-size: 15px; font-weight: 650; }
a { color: inherit; text-decoration: none; }
p a, nav a, .between a { color: var(--link); }
a:hover { text-decoration: underline; text-underline-offset: 2px; }
a:focus-visible, summary:focus-visible, .scroll:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
section { margin-top: 64px; }
section > h2 { margin-bottom: 16px; }
section > h3, details { margin-top: 24px; }
.papers { margin-top: 8px; }
.eyebrow, .meta, .count, figcaption, thead th, dt, .size, td.terms, .verdict { font-size: 13px; color: var(--muted); font-weight: 400; }
.eyebrow { margin-bottom: 8px; }
.count { font-variant-numeric: tabular-nums; margin-left: 4px; }
.lede { margin-top: 12px; font-size: 21px; line-height: 1.45; color: var(--muted); letter-spacing: -0.01em; max-width: 46em; text-wrap: balance; }
.gist { margin-top: 12px; max-width: 54em; }
nav { display: flex; flex-wrap: wrap; gap: 4px 24px; margin-top: 24px; padding: 12px 0; border: solid var(--line); border-width: 1px 0; }
figure svg { width: 100%; }
.counts { margin-top: 24px; max-width: 480px; }
figcaption { margin-top: 12px; max-width: 74em; }
#map svg { border: solid var(--line); border-width: 1px 0; }
svg a:hover circle { stroke: var(--ink); stroke-width: 2; }
.swatch { display: inline-block; flex: none; width: 10px; height: 10px; border-radius: 2px; margin-right: 10px; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: 6px 16px 6px 0; border-bottom: 1px solid var(--line); vertical-align: baseline; font-weight: 400; }
thead th { white-space: nowrap; }
tbody th[scope=row] { font-weight: 550; min-width: 12em; }
.contents th[scope=row] { padding-left: 20px; text-indent: -20px; }
th.theme { padding-top: 20px; font-weight: 650; }
td.terms { max-width: 24em; }
td svg { display: block; transform: translateY(4px); }
.number { text-align: right; white-space: nowrap; }
td:last-child, th:last-child { padding-right: 0; }
.verdict { white-space: nowrap; }
.note { border-left: 2px solid var(--muted); padding-left: 12px; margin: 0 0 16px; max-width: 62em; }
.multiples { display: grid; grid-template-columns: repeat(auto-fill, minmax(210px, 1fr)); gap: 24px 20px; margin-top: 32px; }
.multiple { break-inside: avoid; min-width: 0; }
.multiple span { display: block; }
.multiple .name { font-weight: 550; line-height: 1.3; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; max-width: 100%; }
.multiple svg { width: 100%; }
.topic { border-top: 1px solid var(--line); padding-top: 32px; }
.topic h2 { display: flex; align-items: baseline; }
.topic .size { margin-top: 4px; }
.about { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 480px); gap: 32px; margin-top: 16px; }
.about p { margin-top: 8px; max-width: 40em; }
ul.terms { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 4px 16px; font-weight: 550; }
details > summary { cursor: pointer; list-style-position: outside; }
summary h3 { display: inline; }
.papers { padding: 0; list-style: none; }
.papers li { padding: 8px 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
.papers li:target { background: var(--wash); box-shadow: -12px 0 0 var(--wash), 12px 0 0 var(--wash); }
.papers .title { line-height: 1.4; }
.papers .title a { color: inherit; }
.standing .title { font-weight: 550; }
.meta { line-height: 1.5; font-variant-numeric: tabular-nums; }
.meta span + span::before { content: "· "; }
.abstract { margin-top: 4px; max-width: 54em; }
.between { padding: 0; list-style: none; margin-top: 12px; }
.between li { padding: 4px 0; }
.facts, .words { margin-bottom: 32px; }
.facts div, .words div { display: grid; grid-template-columns: 220px minmax(0, 1fr); gap: 16px; padding: 6px 0; border-bottom: 1px solid var(--line); }
.facts dd, .words dd { font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
#method h3 { margin: 32px 0 8px; }
#method summary h3 { margin: 0; }
@media (max-width: 720px) {
  body { padding: 32px 16px 64px; }
  h1 { font-size: 28px; }
  .about, .facts div, .words div { grid-template-columns: minmax(0, 1fr); gap: 4px 0; }
  .terms:is(td, th) { display: none; }
  .wide svg { min-width: 680px; }
}
@media print {
  :root { color-scheme: light; --ink: #000; --muted: #444; --line: #ccc; --paper: #fff; --wash: #fff; --link: #000; }
  body { padding: 0; max-width: none; font-size: 10pt; }
  nav { display: none; }
  section { margin-top: 32pt; }
  section > h2, .topic > header { break-after: avoid; }
  figure, tr { break-inside: avoid; }
}
`

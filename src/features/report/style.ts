// Letter and A4 alike: the first page keeps to 188 by 255 mm, the tables follow. On paper it's always light.

/** Told apart by those who don't see every color too (Okabe and Ito's set); dark and light have their own. */
export const reportStyle = `
@page { margin: 11mm 14mm; }
:root {
  color-scheme: light dark;
  --ground: #fff; --ink: #1b2a33; --quiet: #46585f; --head: #14505c; --rule: #b9d3d6;
  --bar: #14505c; --whole: #c3dadd; --panel: #eff5f6;
  --line-0: #0072b2; --line-1: #b34a00; --line-2: #007a58; --line-3: #a0447c;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #10191d; --ink: #e6eef0; --quiet: #a9bcc2; --head: #8fd3dc; --rule: #36535a;
    --bar: #7cc9d4; --whole: #2c464d; --panel: #18262b;
    --line-0: #63b9ee; --line-1: #f0a35e; --line-2: #4fd0a6; --line-3: #e0a0c8;
  }
}
* { box-sizing: border-box; }
body { margin: 0; font: 9pt/1.35 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; color: var(--ink); background: var(--ground); print-color-adjust: exact; -webkit-print-color-adjust: exact; }
main { max-width: 188mm; margin: 0 auto; }
h1, h2, h3, caption { color: var(--head); line-height: 1.15; text-wrap: balance; }
h1 { font-size: 19pt; margin: 0 0 1mm; }
h2 { font-size: 14pt; margin: 0 0 2mm; }
h3 { font-size: 10pt; margin: 0 0 1mm; }
p { margin: 0; }
a { color: var(--head); }
header { border-bottom: 0.5mm solid var(--head); padding-bottom: 1.5mm; margin-bottom: 2.5mm; }
header p, .notes { color: var(--quiet); }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.answers { display: grid; grid-template-columns: repeat(5, 1fr); gap: 2.5mm; margin-bottom: 3mm; }
.answer { background: var(--panel); border-radius: 2mm; padding: 2mm 2.5mm; }
.answer h3 { font-size: 9pt; color: var(--quiet); min-height: 2.2em; }
.answer p { font-size: 8pt; line-height: 1.25; }
.answer .large { font-size: 15pt; line-height: 1.1; font-weight: 700; color: var(--head); margin: 0 0 1mm; }
.pictures { display: grid; grid-template-columns: 1fr 1fr; gap: 2.5mm 7mm; }
.picture { break-inside: avoid; border-top: 0.25mm solid var(--rule); padding-top: 2mm; }
.reading { font-weight: 600; }
.notes { font-size: 7.5pt; line-height: 1.25; }
.notes a { white-space: nowrap; }
svg { display: block; width: 100%; height: auto; overflow: visible; margin: 1mm 0; }
text { font-size: 10.5px; fill: var(--ink); font-variant-numeric: tabular-nums; }
text.label { fill: var(--quiet); font-size: 10px; }
text.value, text.name { font-weight: 600; }
.bar { fill: var(--bar); }
.whole { fill: var(--whole); }
.base { stroke: var(--quiet); stroke-width: 1; }
.grid { stroke: var(--rule); stroke-width: 0.8; stroke-dasharray: 2 3; }
.line { fill: none; stroke-width: 2.2; }
${[0, 1, 2, 3].map((index) => `.line-${index} { stroke: var(--line-${index}); } .point-${index} { fill: var(--line-${index}); }`).join('\n')}
.withheld ul { margin: 0; padding-left: 4mm; }
.withheld li { margin-bottom: 0.7mm; font-size: 8pt; line-height: 1.3; }
.tables { break-before: page; padding-top: 4mm; columns: 2; column-gap: 8mm; }
.tables h2 { column-span: all; }
table { border-collapse: collapse; width: 100%; margin: 0 0 5mm; break-inside: avoid; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 700; padding-bottom: 1mm; }
th, td { text-align: right; padding: 0.7mm 1.2mm; border-bottom: 0.2mm solid var(--rule); font-weight: 400; }
th:first-child { text-align: left; padding-left: 0; white-space: nowrap; }
thead th { color: var(--quiet); font-size: 8pt; vertical-align: bottom; }
@media screen { body { font-size: 15px; } main { padding: 24px 16px; max-width: 980px; } .answer p, .notes, .withheld li { font-size: 13px; } .answer h3 { font-size: 13px; } }
@media screen and (max-width: 760px) {
  .answers, .pictures { grid-template-columns: 1fr; }
  .tables { columns: 1; }
  .answer h3 { min-height: 0; }
  th, td { padding: 4px; font-size: 14px; }
  thead th { font-size: 11px; line-height: 1.2; }
}
`;

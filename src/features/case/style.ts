/** A form on a phone and on paper alike; printed, it's always light and has what was put in. */
export const caseStyle = `
@page { margin: 12mm 14mm; }
:root { color-scheme: light dark; --ground: #fff; --ink: #1b2a33; --quiet: #46585f; --head: #14505c; --rule: #6d8f95; --panel: #eff5f6; }
@media screen and (prefers-color-scheme: dark) {
  :root { --ground: #10191d; --ink: #e6eef0; --quiet: #a9bcc2; --head: #8fd3dc; --rule: #6f9098; --panel: #18262b; }
}
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.45 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; color: var(--ink); background: var(--ground); }
main { max-width: 860px; margin: 0 auto; padding: 24px 16px; }
h1, h2, legend { color: var(--head); line-height: 1.2; text-wrap: balance; }
h1 { font-size: 26px; margin: 0 0 8px; }
h2, legend { font-size: 18px; font-weight: 700; margin: 0 0 8px; padding: 0; }
p { margin: 0 0 8px; }
.intro { color: var(--quiet); }
fieldset { border: 0; border-top: 1px solid var(--rule); padding: 14px 0 6px; margin: 14px 0 0; min-width: 0; }
legend { float: left; width: 100%; }
.fields { clear: both; display: grid; grid-template-columns: 1fr 1fr; gap: 12px 24px; }
.field { display: grid; grid-template-rows: auto auto 1fr; }
.field label { font-weight: 600; }
.field p { color: var(--quiet); font-size: 13.5px; line-height: 1.35; margin: 3px 0 0; }
input { font: inherit; color: inherit; background: var(--ground); width: 100%; padding: 7px 9px; border: 1px solid var(--rule); border-radius: 5px; font-variant-numeric: tabular-nums; }
button { font: inherit; color: var(--head); background: var(--panel); border: 1px solid var(--rule); border-radius: 5px; padding: 6px 12px; }
:is(input, button):focus-visible { outline: 3px solid var(--head); outline-offset: 1px; }
.presets { margin-top: 12px; }
.result { background: var(--panel); border-radius: 8px; padding: 16px 18px; margin: 18px 0; }
dl { margin: 0; }
dl div { display: grid; grid-template-columns: 2fr 3fr; gap: 12px; padding: 5px 0; }
dt { color: var(--quiet); }
dd { margin: 0; font-weight: 700; font-variant-numeric: tabular-nums; }
section { margin-top: 22px; }
ul, ol { margin: 0; padding-left: 22px; }
li { margin-bottom: 6px; }
.sources cite { display: block; color: var(--quiet); font-size: 14px; overflow-wrap: anywhere; }
@media screen and (max-width: 620px) { .fields, dl div { grid-template-columns: 1fr; gap: 12px; } dl div { gap: 0; } }
@media print {
  body { font-size: 9.5pt; } main { padding: 0; max-width: none; } h1 { font-size: 18pt; } h2, legend { font-size: 12pt; }
  .fields { grid-template-columns: repeat(3, 1fr); gap: 2mm 6mm; } .field p { font-size: 7.5pt; } .presets { display: none; }
  section, fieldset, li { break-inside: avoid; } section { margin-top: 4mm; } .sources cite { font-size: 8pt; }
}
`;

// Letter and A4 alike: what has to fit on one page keeps to 182 by 255 mm.

const base = `
@page { margin: 12mm 14mm; }
* { box-sizing: border-box; }
body { margin: 0; font: 11pt/1.4 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; color: #1b2a33; }
h1, h2, h3 { color: #14505c; line-height: 1.15; text-wrap: balance; }
ul { list-style: none; margin: 0; padding: 0; }
svg { display: block; width: 100%; }
`;

export const textStyle = `${base}
main { max-width: 170mm; margin: 0 auto; }
h1 { font-size: 22pt; margin: 0 0 2mm; }
h2 { font-size: 13pt; margin: 6mm 0 1.5mm; break-after: avoid; }
h3 { font-size: 9pt; margin: 0 0 1mm; }
p { margin: 0 0 2mm; orphans: 3; widows: 3; overflow-wrap: anywhere; }
section { break-inside: avoid; }
.use { color: #46585f; border-bottom: 0.4mm solid #14505c; padding-bottom: 3mm; }
.open { font-weight: 600; }
aside { font-size: 10pt; color: #46585f; border-left: 1mm solid #b9d3d6; padding-left: 4mm; margin-top: 2mm; }
li { margin: 0 0 2.5mm; }
section + section h1 { margin-top: 8mm; }
a { color: #14505c; font-weight: 600; }
@media screen { main { padding: 6mm 4mm; } }
`;

// Where a hospital's own text is too long, it's the text that is cut, never the line for an emergency.

export const posterStyle = `${base}
.poster { width: 182mm; height: 252mm; margin: 0 auto; display: flex; flex-direction: column; gap: 5mm; justify-content: space-between; }
section { min-height: 0; overflow: hidden; }
h1 { font-size: 46pt; margin: 3mm 0 6mm; }
p { font-size: 18pt; line-height: 1.3; margin: 0 0 4mm; overflow-wrap: anywhere; }
.in { flex: none; display: flex; align-items: center; gap: 9mm; border-top: 0.6mm solid #14505c; padding-top: 5mm; }
figure { flex: none; width: 72mm; margin: 0; font-size: 14pt; text-align: center; }
.in li { font-size: 18pt; line-height: 1.25; font-weight: 600; margin: 3mm 0; }
.in ul:only-child li { font-size: 26pt; }
footer { flex: none; font-size: 11pt; }
@media screen { .poster { margin: 8mm auto; } }
`;

export const cardStyle = `${base}
@page { margin: 10mm; }
.cards { width: 172mm; margin: 0 auto; display: grid; grid-template-columns: 86mm 86mm; }
.card { height: 54mm; padding: 3mm 4mm; outline: 0.2mm dashed #8aa0a5; display: grid; grid-template: minmax(0, 1fr) auto auto / 1fr auto; gap: 1mm 3mm; break-inside: avoid; }
section { min-height: 0; overflow: hidden; }
h1 { font-size: 13pt; margin: 0 0 1mm; }
p { font-size: 8pt; line-height: 1.25; margin: 0 0 0.8mm; overflow-wrap: anywhere; }
.in { display: contents; }
figure { grid-area: 1 / 2 / 3; width: 28mm; margin: 0; font-size: 7pt; text-align: center; }
.in ul { grid-area: 2 / 1; }
.in li { font-size: 8pt; line-height: 1.25; font-weight: 600; }
footer { grid-area: 3 / 1 / auto / -1; font-size: 7pt; line-height: 1.2; }
@media screen { .cards { margin: 8mm auto; } }
`;

/** Letter and A4 alike: a sheet for each language, names in columns that never break in the middle of one. */
export const printStyle = `
@page { margin: 12mm 14mm; }
* { box-sizing: border-box; }
body { margin: 0; font: 10pt/1.25 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; color: #1b2a33; }
article { max-width: 182mm; margin: 0 auto; padding: 0; break-after: page; }
article:last-child { break-after: auto; }
h1 { font-size: 24pt; line-height: 1.1; margin: 0 0 3mm; color: #14505c; }
h2 { font-size: 11pt; margin: 0 0 1.5mm; color: #14505c; }
p { margin: 0 0 1.5mm; }
ul { list-style: none; margin: 0; padding: 0; }
.intro { font-size: 12pt; margin-bottom: 3mm; }
.people { columns: 3; column-gap: 6mm; border-top: 0.4mm solid #14505c; padding-top: 3mm; }
.people li { break-inside: avoid; overflow-wrap: anywhere; margin: 0 0 2mm; }
.people span { display: block; font-size: 8.5pt; line-height: 1.2; color: #46585f; }
.people .contact { font-size: 10pt; font-weight: 600; color: #1b2a33; }
footer { display: grid; grid-template-columns: 2fr 3fr; gap: 4mm 8mm; margin-top: 4mm; border-top: 0.4mm solid #14505c; padding-top: 4mm; break-inside: avoid; }
footer li { margin-bottom: 0.6mm; }
.small { grid-column: 1 / -1; font-size: 8.5pt; color: #46585f; }
@media screen { article { padding: 6mm 0; } }
@media screen and (max-width: 600px) { article { padding: 6mm 4mm; } .people { columns: 1; } footer { grid-template-columns: 1fr; } }
`;

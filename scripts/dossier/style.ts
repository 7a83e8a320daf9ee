import { textStyle } from '../../src/features/launch/styles.ts';

/** The look of the launch kit's pages, with room for tables. On a screen a wide one scrolls by itself; on paper it breaks its words. */
export const pageStyle = `${textStyle}
main, nav, footer { max-width: 186mm; margin: 0 auto; }
main > p, main > ul, main > ol { max-width: 150mm; }
h2 { margin-top: 9mm; padding-top: 3mm; border-top: 0.3mm solid #b9d3d6; }
h1 + h2 { margin-top: 6mm; padding-top: 0; border-top: 0; }
h3 { font-size: 11pt; margin: 6mm 0 1.5mm; break-after: avoid; }
h4 { font-size: 11pt; margin: 5mm 0 1mm; line-height: 1.25; color: #14505c; break-after: avoid; }
h1 code, h2 code, h3 code, h4 code { font-size: 1em; }
main ul, main ol { list-style: revert; padding-left: 6mm; margin: 0 0 3mm; }
li { margin: 0 0 1.2mm; }
code { font: 0.9em ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: break-word; }
pre { background: #f4f7f7; border-left: 1mm solid #b9d3d6; padding: 2.5mm 4mm; white-space: pre-wrap; overflow-wrap: anywhere; font-size: 9.5pt; }
blockquote { margin: 3mm 0; padding: 0.5mm 0 0.5mm 4mm; border-left: 1mm solid #b9d3d6; color: #46585f; }
.wide { margin: 0 0 4mm; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 9.5pt; line-height: 1.35; }
th { text-align: left; color: #46585f; font-weight: 600; border-bottom: 0.4mm solid #14505c; }
th, td { padding: 1.4mm 3mm 1.4mm 0; vertical-align: top; min-width: 8mm; }
td { border-bottom: 0.2mm solid #d5e2e4; overflow-wrap: break-word; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
sup { font-size: 0.7em; line-height: 0; }
sup a { text-decoration: none; padding: 0 0.5mm; }
figure { margin: 4mm 0; }
nav { padding: 5mm 4mm 0; font-size: 10pt; }
footer { padding: 4mm 0; margin: 8mm auto 0; font-size: 8.5pt; color: #46585f; border-top: 0.3mm solid #b9d3d6; }
@media screen { footer { max-width: 178mm; } }
@media print { nav { display: none; } .wide { overflow: visible; } a { text-decoration: none; } }
`;

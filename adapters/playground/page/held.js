import { clockTime, shortDay } from './time.js';
import { html } from './vendor/preact.js';

/** Every row that belongs to one person, column by column, as it stands in the database. */
export function Held({ held, before, name, zone }) {
  const known =
    before === null
      ? null
      : new Set(before.flatMap(({ table, rows }) => rows.map((row) => rowText(table, row))));
  const tables = held.filter(({ rows }) => rows.length > 0);
  const count = tables.reduce((sum, { rows }) => sum + rows.length, 0);
  return html`<p class="held-sum" role="status">${count === 0 ? 'Nothing.' : `${count} ${count === 1 ? 'row' : 'rows'} in ${tables.length} ${tables.length === 1 ? 'table' : 'tables'}. No words that were said, and no answers: there is no place for them.`}</p>
    ${count === 0 && html`<p class="text quiet">No table holds a row about ${name}. One comes with the first yes: an invitation, a code, or accepting one. Or, sealed, while an offer of support to them is open.</p>`}
    ${tables.map(
      ({ table, rows }) => html`<section key=${table} class="held-table" aria-label=${`Table ${table}`}>
        <h3>${table} <span class="held-count">${rows.length}</span></h3>
        ${rows.map((row) => {
          const isNew = known !== null && !known.has(rowText(table, row));
          return html`<dl key=${rowText(table, row)} class=${`held-row ${isNew ? 'is-new' : ''}`}>
            ${Object.entries(row).map(
              ([column, value]) => html`<div>
                <dt>${column}</dt>
                <dd class=${value === null || value === '' ? 'is-empty' : ''}>${valueText(value)}${isInstant(column, value) && html` <span class="held-when">${shortDay(value, zone)}, ${clockTime(value, zone)}</span>`}</dd>
              </div>`,
            )}
          </dl>`;
        })}
      </section>`,
    )}`;
}

function rowText(table, row) {
  return `${table} ${JSON.stringify(row)}`;
}

/** Instants stand there in epoch milliseconds; beside them, what that is for this person. */
function isInstant(column, value) {
  return /_(at|until)$/.test(column) && value > 1_000_000_000_000;
}

function valueText(value) {
  if (value === null) return 'null';
  if (value === '') return '(empty)';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

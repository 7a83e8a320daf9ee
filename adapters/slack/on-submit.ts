import type { Card } from '../../src/chat/card.ts';
import type { FieldErrors } from '../../src/chat/effect.ts';
import { plainWords } from '../../src/chat/fallback-text.ts';
import { list, object, string } from '../shared/json.ts';
import { type Origin, renderForm } from './render-form.ts';
import { renderModal, renderView } from './render-view.ts';
import type { Request, SlackSurface } from './surface.ts';

/** A submitted form: every answer is the acknowledgement, which closes, changes or keeps the modal. */
export function submitSurface(request: Request, origin: Origin): SlackSurface {
  const show = (card: Card) =>
    request.ack.send({ response_action: 'update', view: renderModal(card, origin) });
  return {
    begin: async () => {},
    reply: show,
    // The home page shows the change by itself; elsewhere there is no message to change.
    replace: (card) => (origin === 'home' ? Promise.resolve() : show(card)),
    openForm: (form) => request.ack.send({ response_action: 'push', view: renderForm(form, origin) }),
    formErrors: (_form, errors) =>
      request.ack.send({ response_action: 'errors', errors: onFields(errors, fieldsOf(request)) }),
    view: (view, errors) =>
      request.ack.send(
        Object.keys(errors).length === 0
          ? { response_action: 'update', view: renderView(view, origin) }
          : { response_action: 'errors', errors: onFields(errors, fieldsOf(request)) },
      ),
    end: () => request.ack.send(),
  };
}

function fieldsOf(request: Request): string[] {
  const blocks = list(object(request.body.view).blocks).map(object);
  return blocks.filter((block) => block.type === 'input').map((block) => string(block.block_id));
}

/** Slack shows an error only below a field that is there: any other goes below the first. */
function onFields(errors: FieldErrors, fields: readonly string[]): Record<string, string> {
  const placed: Record<string, string> = {};
  for (const [id, words] of Object.entries(errors)) {
    const text = plainWords(words);
    const field = fields.includes(id) ? id : (fields[0] ?? id);
    placed[field] = placed[field] === undefined ? text : `${placed[field]} ${text}`;
  }
  return placed;
}

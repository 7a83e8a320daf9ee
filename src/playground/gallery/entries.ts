import type { GalleryEntry } from '../../../adapters/playground/backstage.ts';
import type { Card, Words } from '../../chat/card.ts';
import type { Form } from '../../chat/form.ts';
import { asCard } from '../../chat/say.ts';
import type { View } from '../../chat/view.ts';

export function card(name: string, content: Card | Words): GalleryEntry {
  return { name, card: asCard(content) };
}

export function form(name: string, content: Form): GalleryEntry {
  return { name, form: content };
}

export function view(name: string, content: View): GalleryEntry {
  return { name, view: content };
}

import { App } from './app.js';
import { html, render } from './vendor/preact.js';
import { Ward } from './ward.js';

const ward = new Ward();
const root = document.querySelector('#app');
root.replaceChildren();
render(html`<${App} ward=${ward} />`, root);
ward.start();

// What the chat UIs of all frameworks have in common: whom they show, as whom, and what they complain of.
import './policy.js';

const { token, module, contacts: ids } = document.querySelector('main').dataset;

export const contacts = ids.split(' ');
export const getToken = async () => token;
export const loadModule = () => import(module);

globalThis.complaints = [];
addEventListener('error', (event) => globalThis.complaints.push(event.message));
for (const level of ['warn', 'error']) {
  console[level] = (...texts) => globalThis.complaints.push(texts.join(' '));
}

// A chat UI that embeds the buttons: properties are set before the module is there, as frameworks do.
const element = document.querySelector('custom-actions');
const { token, tokens, module, run } = element.dataset;

globalThis.events = [];
globalThis.violations = [];
globalThis.tokensAsked = 0;
document.addEventListener('securitypolicyviolation', (violation) => {
  globalThis.violations.push(`${violation.violatedDirective} ${violation.blockedURI}`);
});
for (const name of ['action-executed', 'action-failed']) {
  document.body.addEventListener(name, ({ detail }) => globalThis.events.push({ name, ...detail }));
}

if (token) {
  element.token = token;
}
if (tokens) {
  const supply = tokens.split(' ');
  element.getToken = async () => supply[Math.min(globalThis.tokensAsked++, supply.length - 1)];
}
await import(module);
if (run) {
  await element.execute(run);
}

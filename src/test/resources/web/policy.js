// Notes what the page's content security policy stops.
globalThis.violations = [];
document.addEventListener('securitypolicyviolation', (violation) => {
  globalThis.violations.push(`${violation.violatedDirective} ${violation.blockedURI}`);
});

// ends: completed ["one","other"]
const rules = new Intl.PluralRules('en'); return [rules.select(1), rules.select(2)];

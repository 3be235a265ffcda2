// ends: completed ["ä","z"]
return ['z', 'ä'].sort(new Intl.Collator('de').compare);

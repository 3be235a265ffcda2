/** What is said by how many there are: the forms that a language has (CLDR), of which every one has `other`. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

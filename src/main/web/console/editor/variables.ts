/** A variable that templates and scripts can use. */
export interface Variable {
  readonly path: string;
  readonly meaning: string;
}

export interface VariableGroup {
  readonly name: string;
  readonly variables: readonly Variable[];
}

/** What every action knows of whom it is run for and by. */
export const VARIABLES: readonly VariableGroup[] = [
  {
    name: 'Contact',
    variables: [
      { path: 'contact.name', meaning: 'Display name' },
      { path: 'contact.phone_number', meaning: 'Phone number' },
      { path: 'contact.profile_name', meaning: 'Profile name' },
      { path: 'contact.id', meaning: 'Id' },
      { path: 'contact.tags', meaning: 'Tags (a list)' },
      { path: 'contact.metadata', meaning: 'More data; add .key for a single value' },
    ],
  },
  {
    name: 'User',
    variables: [
      { path: 'user.name', meaning: 'Name of the user who clicks' },
      { path: 'user.email', meaning: 'Email' },
      { path: 'user.role', meaning: 'Role' },
      { path: 'user.id', meaning: 'Id' },
    ],
  },
  {
    name: 'Organization',
    variables: [
      { path: 'organization.name', meaning: 'Name' },
      { path: 'organization.id', meaning: 'Id' },
    ],
  },
];

/** Those that a webhook's result can use beside the others. */
export const WITH_RESPONSE: readonly VariableGroup[] = [
  {
    name: 'Response',
    variables: [{ path: 'response.id', meaning: "A value from the answer's JSON; put its name here" }],
  },
  ...VARIABLES,
];

/** What terminals show in front: `$`, `ada@host:~$`, `~ %`, `PS C:\\>`. */
const PROMPT =
  /^\s*(?:[^\n'"]{0,100}[ \w~/\])])?[$#%>❯➜][ \t]+(?=\S*curl)|^\s*(?:[$#%>]|PS [^>\n]*>|[A-Z]:\\[^>\n]*>)\s*(?=\S*curl)/i;
/** What they show in front of lines that go on. */
const PROMPT_OF_NEXT = /(?<=[\\^][ \t]*\r?\n)(?:> ?(?=[ \t]*(?:-|'|"|https?:))|More\?)/g;

/** A command with blanks in the place of what a terminal shows, as many, so that places are those of the text. */
export function withoutPrompts(text: string): string {
  const blanks = (prompt: string): string => ' '.repeat(prompt.length);
  return text.replace(PROMPT, blanks).replace(PROMPT_OF_NEXT, blanks);
}

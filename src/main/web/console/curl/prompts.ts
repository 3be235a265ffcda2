/** What terminals show in front: `$`, `ada@host:~$`, `~ %`, `PS C:\\>`. */
const PROMPT =
  /^\s*(?:[^\n'"]{0,100}[ \w~/\])])?[$#%>❯➜][ \t]+(?=(?:sudo\s+)?\S*curl)|^\s*(?:[$#%>]|PS [^>\n]*>|[A-Z]:\\[^>\n]*>)\s*(?=(?:sudo\s+)?\S*curl)/i;
/** What they show in front of lines that go on. */
const PROMPT_OF_NEXT = /(?<=[\\^][ \t]*\r?\n)(?:> ?(?=[ \t]*(?:-|'|"|https?:))|More\?)/g;

/** Whose rights a command has makes no difference to what it asks for. */
const SUDO = /^\s*sudo\s+(?=\S*curl\s)/i;
/** What Markdown has in front of a block of code or of a piece of it. */
const OPENING = /^\s*(?:```[^\n]*\n|`(?=\S*curl\s))/i;
const END_OF_BLOCK = /\n[ \t]*```[^]*$/;
const END_OF_PIECE = /`\s*$/;

/**
 * A command with blanks in the place of what a terminal or a document shows around it, as many, so that places are
 * those of the text.
 */
export function withoutPrompts(text: string): string {
  return withoutFence(text).replace(PROMPT, blanks).replace(SUDO, blanks).replace(PROMPT_OF_NEXT, blanks);
}

function withoutFence(text: string): string {
  const [opening] = OPENING.exec(text) ?? [];
  return opening === undefined
    ? text
    : text.replace(OPENING, blanks).replace(opening.endsWith('\n') ? END_OF_BLOCK : END_OF_PIECE, blanks);
}

function blanks(text: string): string {
  return ' '.repeat(text.length);
}

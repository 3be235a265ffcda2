/** Milliseconds after which no browser needs the address of a download any more. */
const UNTIL_READ = 60_000;

/** Lets somebody keep a document as a file. */
export function download(content: unknown): void {
  const file = new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `custom-actions-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), UNTIL_READ);
}

/** Milliseconds after which no browser needs the address of a download any more. */
const UNTIL_READ = 60_000;

/** Lets somebody keep a text as a file. */
export function download(text: string, type: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), UNTIL_READ);
}

/** The name of a file of today. */
export function nameOfToday(what: string, extension: string): string {
  return `${what}-${new Date().toISOString().slice(0, 10)}.${extension}`;
}

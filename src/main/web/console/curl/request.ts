/** The methods that an action can have. */
export const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type CurlMethod = (typeof METHODS)[number];

/** What a command would send. */
export interface CurlRequest {
  readonly method: CurlMethod;
  readonly url: string;
  readonly headers: ReadonlyArray<readonly [name: string, value: string]>;
  readonly body: string;
  readonly user?: { readonly name: string; readonly password: string };
  readonly followsRedirects: boolean;
  readonly timeoutSeconds?: number;
}

/** The value of a header, whatever the case of its name. */
export function headerOf(headers: CurlRequest['headers'], name: string): string | undefined {
  return headers.find(([known]) => known.toLowerCase() === name.toLowerCase())?.[1];
}

const PATH = /^\/api\/v1\/attachments\/([1-9]\d{0,9})\/content(?:\?.*)?$/s;

/** Where the bytes of a stored file are downloaded. */
export function contentPathOf(id: number): string {
  return `/api/v1/attachments/${id}/content`;
}

/** The file that such a path, with any query, leads to; null when it leads elsewhere. */
export function idOfContentPath(path: string): number | null {
  const id = PATH.exec(path)?.[1];
  return id === undefined ? null : Number(id);
}

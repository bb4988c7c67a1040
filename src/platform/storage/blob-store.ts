import type { Readable } from 'node:stream';

/** A span of bytes, both ends included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the bytes of attachments lie. Keys are ours, never made of a client's words. `put` answers only when the bytes
 * will survive a crash. Failures are `storage_full` or `unavailable`.
 */
export abstract class BlobStore {
  /** Stores the whole stream under a new key; when the stream fails, nothing of it stays. */
  abstract put(key: string, bytes: Readable): Promise<void>;
  /** Reads a blob or a span of it; throws `unavailable` when its bytes are gone or cut. */
  abstract read(key: string, size: number, range?: ByteRange): Promise<Readable>;
  /** Removes a blob; one that is gone already is fine. */
  abstract delete(key: string): Promise<void>;
  /** Keys of blobs written before `instant`, to find those without a row. */
  abstract keysBefore(instant: number): AsyncIterable<string>;
  /** Throws when a blob could not be written now. */
  abstract check(): Promise<void>;
  /** Lets go of what it holds. */
  close(): void {}
}

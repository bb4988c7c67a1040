import type { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  type CompletedPart,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { SECOND } from '../clock/clock.js';
import { type Config, ConfigError } from '../config/config.js';
import { STORAGE_FULL } from '../database/storage-full.error.js';
import { DomainError } from '../errors/domain-error.js';
import { UNAVAILABLE } from '../errors/error-codes.js';
import { BlobStore, type ByteRange } from './blob-store.js';

const KEY = /^[0-9a-f]{2}\/[0-9a-f]{32}$/;
const PREFIX = 'attachments/';
/** The smallest part that S3 takes; a file of less is sent whole. An upload holds two of them in memory at most. */
const PART_BYTES = 5 * 1_048_576;

/** Blobs as objects of a bucket. An object is there whole or not at all, and there to stay once it was acknowledged. */
export class S3BlobStore extends BlobStore {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor(config: Config) {
    super();
    this.bucket = config.S3_BUCKET;
    this.client = new S3Client({
      region: config.S3_REGION,
      forcePathStyle: config.S3_FORCE_PATH_STYLE,
      credentials: { accessKeyId: config.S3_ACCESS_KEY_ID, secretAccessKey: config.S3_SECRET_ACCESS_KEY },
      ...(config.S3_ENDPOINT !== undefined && { endpoint: config.S3_ENDPOINT }),
      maxAttempts: 2,
      requestHandler: {
        connectionTimeout: 2 * SECOND,
        requestTimeout: 20 * SECOND,
        throwOnRequestTimeout: true,
        socketTimeout: 10 * SECOND,
        httpAgent: { keepAlive: true, maxSockets: 100 },
        httpsAgent: { keepAlive: true, maxSockets: 100 },
      },
      // Sums that not every server knows; the length is checked, and TLS keeps the rest as it was.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  /** Throws `ConfigError` when the server answers that the settings are wrong; one that is away may come back. */
  async start(): Promise<void> {
    try {
      await this.check();
    } catch (error) {
      const { $metadata: { httpStatusCode: status } = {} } = (error as DomainError).cause as Partial<Failure>;
      if (status === 404) throw new ConfigError(['S3_BUCKET: there is no such bucket at S3_ENDPOINT']);
      if (status === 301) throw new ConfigError(['S3_REGION: the bucket is in another region']);
      if (status !== undefined && status < 500) {
        const text = `the server refuses the key for this bucket (${status})`;
        throw new ConfigError([`S3_ACCESS_KEY_ID: ${text}`, `S3_SECRET_ACCESS_KEY: ${text}`]);
      }
    }
  }

  async put(key: string, bytes: Readable): Promise<void> {
    const Key = this.nameOf(key);
    let upload: MultipartUpload | null = null;
    try {
      let part: Buffer[] = [];
      let size = 0;
      for await (const chunk of bytes as AsyncIterable<Buffer>) {
        part.push(chunk);
        size += chunk.length;
        if (size < PART_BYTES) continue;
        upload ??= await this.begin(Key);
        await this.addPart(upload, Buffer.concat(part, size));
        part = [];
        size = 0;
      }
      const rest = Buffer.concat(part, size);
      if (!upload) {
        await this.ask(() => this.client.send(new PutObjectCommand({ Bucket: this.bucket, Key, Body: rest })));
        return;
      }
      if (size > 0) await this.addPart(upload, rest);
      await this.complete(upload);
    } catch (error) {
      // Nobody reads on: whoever writes must not wait for it.
      bytes.destroy();
      // What cannot be given up now is left to the bucket's own rule for such.
      if (upload) await this.abort(upload).catch(() => undefined);
      throw error;
    }
  }

  async read(key: string, size: number, range?: ByteRange): Promise<Readable> {
    const Range = range && `bytes=${range.start}-${range.end}`;
    const command = new GetObjectCommand({ Bucket: this.bucket, Key: this.nameOf(key), ...(Range && { Range }) });
    const { Body, ContentLength, ContentRange } = await this.ask(() => this.client.send(command));
    const body = Body as Readable;
    const total = range ? Number(ContentRange?.split('/')[1]) : ContentLength;
    const wanted = range ? range.end - range.start + 1 : size;
    if (total === size && ContentLength === wanted) return body;
    body.destroy();
    throw new DomainError(UNAVAILABLE, { cause: new Error('The blob has not the size its row says') });
  }

  async delete(key: string): Promise<void> {
    const command = new DeleteObjectCommand({ Bucket: this.bucket, Key: this.nameOf(key) });
    await this.ask(() => this.client.send(command));
  }

  async *keysBefore(instant: number): AsyncIterable<string> {
    for (let token: string | undefined; ;) {
      const command = new ListObjectsV2Command({ Bucket: this.bucket, Prefix: PREFIX, ContinuationToken: token });
      const page = await this.ask(() => this.client.send(command));
      for (const { Key = '', LastModified } of page.Contents ?? []) {
        const key = Key.slice(PREFIX.length);
        // Strangers' objects are left alone.
        if (KEY.test(key) && LastModified && LastModified.getTime() < instant) yield key;
      }
      token = page.NextContinuationToken;
      if (token === undefined) return;
    }
  }

  /** Asks for the bucket and does not write to it: each write would cost, every few seconds. */
  async check(): Promise<void> {
    await this.ask(() => this.client.send(new HeadBucketCommand({ Bucket: this.bucket })));
  }

  override close(): void {
    this.client.destroy();
  }

  private async begin(Key: string): Promise<MultipartUpload> {
    const command = new CreateMultipartUploadCommand({ Bucket: this.bucket, Key });
    const { UploadId } = await this.ask(() => this.client.send(command));
    return { name: { Bucket: this.bucket, Key, UploadId }, parts: [] };
  }

  private async addPart({ name, parts }: MultipartUpload, Body: Buffer): Promise<void> {
    const PartNumber = parts.length + 1;
    const { ETag } = await this.ask(() => this.client.send(new UploadPartCommand({ ...name, PartNumber, Body })));
    parts.push({ ETag, PartNumber });
  }

  private async complete({ name, parts }: MultipartUpload): Promise<void> {
    const command = new CompleteMultipartUploadCommand({ ...name, MultipartUpload: { Parts: parts } });
    await this.ask(() => this.client.send(command));
  }

  private async abort({ name }: MultipartUpload): Promise<void> {
    await this.client.send(new AbortMultipartUploadCommand(name));
  }

  /** Whatever the server refuses is `storage_full` or `unavailable`. */
  private async ask<T>(request: () => Promise<T>): Promise<T> {
    try {
      return await request();
    } catch (error) {
      const { name = '', $metadata: { httpStatusCode: status } = {} } = error as Partial<Failure>;
      const isFull = status === 507 || /StorageFull|QuotaExceeded/.test(name);
      throw new DomainError(isFull ? STORAGE_FULL : UNAVAILABLE, { cause: error });
    }
  }

  private nameOf(key: string): string {
    if (!KEY.test(key)) throw new Error('Not a key of this store');
    return PREFIX + key;
  }
}

interface MultipartUpload {
  readonly name: { readonly Bucket: string; readonly Key: string; readonly UploadId: string | undefined };
  readonly parts: CompletedPart[];
}

/** What the SDK throws. */
interface Failure {
  readonly name: string;
  readonly $metadata: { readonly httpStatusCode?: number };
}

import { join } from 'node:path';
import { Global, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../config/config.js';
import { BlobStore } from './blob-store.js';
import { DiskBlobStore } from './disk-blob-store.js';

/** The configured store. What only S3 needs is loaded here and nowhere else. */
async function storeOf(config: Config): Promise<BlobStore> {
  switch (config.STORAGE_DRIVER) {
    case 'disk':
      return new DiskBlobStore(join(config.DATA_DIR, 'attachments'));
    case 's3': {
      const { S3BlobStore } = await import('./s3-blob-store.js');
      const store = new S3BlobStore(config);
      await store.start();
      return store;
    }
  }
}

@Injectable()
class StorageShutdown implements OnApplicationShutdown {
  constructor(private readonly store: BlobStore) {}

  onApplicationShutdown(): void {
    this.store.close();
  }
}

@Global()
@Module({
  providers: [{ provide: BlobStore, inject: [Config], useFactory: storeOf }, StorageShutdown],
  exports: [BlobStore],
})
export class StorageModule {}

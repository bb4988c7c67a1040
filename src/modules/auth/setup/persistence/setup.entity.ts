import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, ShortColumn } from '../../../../platform/database/columns.js';

@Entity('setup')
export class SetupEntity {
  @PrimaryColumn({ type: 'int' })
  id: number;
  @ShortColumn('token_digest', 64)
  tokenDigest: string;
  @InstantColumn('expires_at')
  expiresAt: number;
}

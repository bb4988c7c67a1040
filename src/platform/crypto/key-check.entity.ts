import { Entity, PrimaryColumn } from 'typeorm';
import { ShortColumn } from '../database/columns.js';

/** What a key says of itself, so that another can be told from it. */
@Entity('key_checks')
export class KeyCheckEntity {
  @PrimaryColumn({ type: 'varchar', length: 40 })
  name: string;
  @ShortColumn('proof', 64)
  proof: string;
}

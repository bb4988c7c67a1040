import { Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { InstantColumn, IntColumn, ShortColumn, TenantColumn } from '../../../../platform/database/columns.js';
import { TeamEntity } from '../../teams/persistence/team.entity.js';

@Entity('users')
export class UserEntity {
  @TenantColumn()
  tenantId: number;
  @PrimaryColumn({ type: 'int' })
  id: number;
  @ShortColumn('issuer', 190)
  issuer: string;
  @ShortColumn('subject', 190)
  subject: string;
  @ShortColumn('kind', 16)
  kind: string;
  @ShortColumn('role', 16)
  role: string;
  @ShortColumn('name', 190)
  name: string;
  @ShortColumn('email', 190, { nullable: true })
  email: string | null;
  @ShortColumn('search_key', 400)
  searchKey: string;
  @ShortColumn('email_key', 190, { nullable: true })
  emailKey: string | null;
  @ShortColumn('password_hash', 190, { nullable: true })
  passwordHash: string | null;
  @IntColumn('team_id', { nullable: true })
  teamId: number | null;
  @ShortColumn('status', 16)
  status: string;
  @InstantColumn('created_at')
  createdAt: number;
  @InstantColumn('updated_at')
  updatedAt: number;
  @ManyToOne(() => TeamEntity)
  @JoinColumn([
    { name: 'tenant_id', referencedColumnName: 'tenantId' },
    { name: 'team_id', referencedColumnName: 'id' },
  ])
  team?: Relation<TeamEntity> | null;
}

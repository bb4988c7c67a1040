import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndex } from './indexes.js';
import { wordsOf } from './words.js';

/**
 * Tenants, people, categories, linked resources, attachments, tickets, messages and the event log. Every table of a
 * tenant starts its primary key with the tenant, so rows lie together and foreign keys cannot cross tenants. Each
 * statement can be run again: on MySQL a crash halfway leaves the ones before it done.
 */
export class InitialSchema1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const words = wordsOf(runner);
    const { long, instant, serial, tableOptions } = words;
    const short = (length: number) => words.short(length);
    const table = (name: string, ...lines: string[]) =>
      runner.query(`CREATE TABLE IF NOT EXISTS ${name} (\n  ${lines.join(',\n  ')}\n) ${tableOptions}`);
    const index = (name: string, on: string, columns: string) => createIndex(runner, name, on, columns);
    const created = [`created_at ${instant} NOT NULL`, `updated_at ${instant} NOT NULL`];
    const ofTenant = 'FOREIGN KEY (tenant_id) REFERENCES tenants (id)';

    await table(
      'tenants',
      'id INT NOT NULL PRIMARY KEY',
      `code ${short(63)} NOT NULL UNIQUE`,
      `name ${short(190)} NOT NULL`,
      `status ${short(16)} NOT NULL`,
      `settings ${long} NOT NULL`,
      `secrets ${long}`,
      ...created,
    );
    await table(
      'tenant_claims',
      `kind ${short(100)} NOT NULL`,
      `value ${short(253)} NOT NULL`,
      'tenant_id INT NOT NULL',
      'PRIMARY KEY (kind, value)',
      ofTenant,
    );
    await table(
      'counters',
      'tenant_id INT NOT NULL',
      `name ${short(40)} NOT NULL`,
      'value BIGINT NOT NULL',
      'PRIMARY KEY (tenant_id, name)',
    );
    await table(
      'setup',
      'id INT NOT NULL PRIMARY KEY',
      `token_digest ${short(64)} NOT NULL`,
      `expires_at ${instant} NOT NULL`,
    );
    await table(
      'teams',
      'tenant_id INT NOT NULL',
      'id INT NOT NULL',
      `external_key ${short(190)}`,
      `name ${short(190)} NOT NULL`,
      `visibility ${short(16)} NOT NULL`,
      `deleted_at ${instant}`,
      ...created,
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE (tenant_id, external_key)',
      ofTenant,
    );
    await table(
      'users',
      'tenant_id INT NOT NULL',
      'id INT NOT NULL',
      `issuer ${short(190)} NOT NULL`,
      `subject ${short(190)} NOT NULL`,
      `kind ${short(16)} NOT NULL`,
      `role ${short(16)} NOT NULL`,
      `name ${short(190)} NOT NULL`,
      `email ${short(190)}`,
      `search_key ${short(400)} NOT NULL`,
      `email_key ${short(190)}`,
      `password_hash ${short(190)}`,
      'team_id INT',
      `status ${short(16)} NOT NULL`,
      ...created,
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE (tenant_id, issuer, subject)',
      ofTenant,
      'FOREIGN KEY (tenant_id, team_id) REFERENCES teams (tenant_id, id)',
    );
    await index('users_by_email', 'users', 'tenant_id, email_key');
    await index('users_by_role', 'users', 'tenant_id, role, id');
    await table(
      'sessions',
      `id ${short(64)} NOT NULL PRIMARY KEY`,
      'tenant_id INT NOT NULL',
      'user_id INT NOT NULL',
      `created_at ${instant} NOT NULL`,
      `expires_at ${instant} NOT NULL`,
      `revoked_at ${instant}`,
      'FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id)',
    );
    await index('sessions_by_expiry', 'sessions', 'expires_at');
    await table(
      'refresh_tokens',
      `digest ${short(64)} NOT NULL PRIMARY KEY`,
      `session_id ${short(64)} NOT NULL`,
      `expires_at ${instant} NOT NULL`,
      `spent_at ${instant}`,
      'FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE',
    );
    await index('refresh_tokens_by_expiry', 'refresh_tokens', 'expires_at');
    await index('refresh_tokens_by_session', 'refresh_tokens', 'session_id');
    await table('revoked_tokens', `digest ${short(64)} NOT NULL PRIMARY KEY`, `expires_at ${instant} NOT NULL`);
    await index('revoked_tokens_by_expiry', 'revoked_tokens', 'expires_at');
    await table(
      'identity_providers',
      'tenant_id INT NOT NULL',
      'id INT NOT NULL',
      `name ${short(190)} NOT NULL`,
      `issuer ${short(190)} NOT NULL`,
      `audience ${short(190)} NOT NULL`,
      `algorithm ${short(16)} NOT NULL`,
      `sealed_key ${long}`,
      `jwks_url ${long}`,
      `claims ${long} NOT NULL`,
      `roles ${long} NOT NULL`,
      ...created,
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE (issuer, audience)',
      ofTenant,
    );
    await table(
      'api_keys',
      'tenant_id INT NOT NULL',
      'id INT NOT NULL',
      `name ${short(190)} NOT NULL`,
      `digest ${short(64)} NOT NULL UNIQUE`,
      `hint ${short(16)} NOT NULL`,
      `scopes ${long} NOT NULL`,
      'user_id INT NOT NULL',
      `expires_at ${instant}`,
      `revoked_at ${instant}`,
      `created_at ${instant} NOT NULL`,
      'PRIMARY KEY (tenant_id, id)',
      'FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id)',
    );
    await table(
      'categories',
      'tenant_id INT NOT NULL',
      'id INT NOT NULL',
      `slug ${short(63)} NOT NULL`,
      `name ${short(190)} NOT NULL`,
      `description ${long}`,
      'position INT NOT NULL',
      `archived_at ${instant}`,
      ...created,
      'PRIMARY KEY (tenant_id, id)',
      'UNIQUE (tenant_id, slug)',
      ofTenant,
    );
    await table(
      'linked_resources',
      'tenant_id INT NOT NULL',
      `type ${short(40)} NOT NULL`,
      `external_id ${short(190)} NOT NULL`,
      `reference ${short(190)}`,
      `owner_subject ${short(190)}`,
      `data ${long} NOT NULL`,
      ...created,
      'PRIMARY KEY (tenant_id, type, external_id)',
      ofTenant,
    );
    await table(
      'tickets',
      'tenant_id INT NOT NULL',
      'number INT NOT NULL',
      `subject ${long} NOT NULL`,
      `description ${long} NOT NULL`,
      `status ${short(16)} NOT NULL`,
      'priority INT NOT NULL',
      'category_id INT NOT NULL',
      'requester_id INT NOT NULL',
      'opened_by INT NOT NULL',
      'team_id INT',
      'assignee_id INT',
      `tags ${long} NOT NULL`,
      `linked_type ${short(40)}`,
      `linked_external_id ${short(190)}`,
      `custom ${long} NOT NULL`,
      `resolution ${long}`,
      'last_seq INT NOT NULL',
      'last_public_seq INT NOT NULL',
      `last_message_at ${instant} NOT NULL`,
      `last_public_message_at ${instant} NOT NULL`,
      'version INT NOT NULL',
      'public_version INT NOT NULL',
      `created_at ${instant} NOT NULL`,
      `updated_at ${instant} NOT NULL`,
      `public_updated_at ${instant} NOT NULL`,
      `first_response_at ${instant}`,
      `resolved_at ${instant}`,
      `closed_at ${instant}`,
      `deleted_at ${instant}`,
      'PRIMARY KEY (tenant_id, number)',
      ofTenant,
      'FOREIGN KEY (tenant_id, category_id) REFERENCES categories (tenant_id, id)',
      'FOREIGN KEY (tenant_id, requester_id) REFERENCES users (tenant_id, id)',
      'FOREIGN KEY (tenant_id, opened_by) REFERENCES users (tenant_id, id)',
      'FOREIGN KEY (tenant_id, assignee_id) REFERENCES users (tenant_id, id)',
      'FOREIGN KEY (tenant_id, team_id) REFERENCES teams (tenant_id, id)',
    );
    await index('tickets_by_update', 'tickets', 'tenant_id, updated_at, number');
    await index('tickets_by_creation', 'tickets', 'tenant_id, created_at, number');
    await index('tickets_by_priority', 'tickets', 'tenant_id, priority, number');
    await index('tickets_by_status', 'tickets', 'tenant_id, status, updated_at, number');
    await index('tickets_by_assignee', 'tickets', 'tenant_id, assignee_id, status, updated_at, number');
    await index('tickets_by_requester', 'tickets', 'tenant_id, requester_id, public_updated_at, number');
    await index('tickets_by_team', 'tickets', 'tenant_id, team_id, public_updated_at, number');
    await index('tickets_by_category', 'tickets', 'tenant_id, category_id, updated_at, number');
    await table(
      'ticket_tags',
      'tenant_id INT NOT NULL',
      `tag ${short(40)} NOT NULL`,
      'ticket_number INT NOT NULL',
      'PRIMARY KEY (tenant_id, tag, ticket_number)',
      'FOREIGN KEY (tenant_id, ticket_number) REFERENCES tickets (tenant_id, number)',
    );
    await table(
      'ticket_participants',
      'tenant_id INT NOT NULL',
      'user_id INT NOT NULL',
      'ticket_number INT NOT NULL',
      'PRIMARY KEY (tenant_id, user_id, ticket_number)',
      'FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id)',
      'FOREIGN KEY (tenant_id, ticket_number) REFERENCES tickets (tenant_id, number)',
    );
    await table(
      'messages',
      'tenant_id INT NOT NULL',
      'ticket_number INT NOT NULL',
      'seq INT NOT NULL',
      'public_seq INT',
      'author_id INT NOT NULL',
      `body ${long} NOT NULL`,
      `created_at ${instant} NOT NULL`,
      'PRIMARY KEY (tenant_id, ticket_number, seq)',
      'UNIQUE (tenant_id, ticket_number, public_seq)',
      'FOREIGN KEY (tenant_id, ticket_number) REFERENCES tickets (tenant_id, number)',
      'FOREIGN KEY (tenant_id, author_id) REFERENCES users (tenant_id, id)',
    );
    await table(
      'read_marks',
      'tenant_id INT NOT NULL',
      'ticket_number INT NOT NULL',
      'user_id INT NOT NULL',
      'last_read_seq INT NOT NULL',
      'PRIMARY KEY (tenant_id, ticket_number, user_id)',
      'FOREIGN KEY (tenant_id, ticket_number) REFERENCES tickets (tenant_id, number)',
      'FOREIGN KEY (tenant_id, user_id) REFERENCES users (tenant_id, id)',
    );
    await table(
      'attachments',
      'tenant_id INT NOT NULL',
      'id INT NOT NULL',
      `file_name ${short(255)} NOT NULL`,
      `mime_type ${short(127)} NOT NULL`,
      'size BIGINT NOT NULL',
      `sha256 ${short(64)} NOT NULL`,
      `storage_key ${short(190)} NOT NULL UNIQUE`,
      'uploader_id INT NOT NULL',
      'ticket_number INT',
      'message_seq INT',
      `created_at ${instant} NOT NULL`,
      'PRIMARY KEY (tenant_id, id)',
      'FOREIGN KEY (tenant_id, uploader_id) REFERENCES users (tenant_id, id)',
    );
    await index('attachments_by_message', 'attachments', 'tenant_id, ticket_number, message_seq');
    await index('attachments_unbound', 'attachments', 'ticket_number, created_at');
    await table(
      'events',
      `id ${serial}`,
      'tenant_id INT NOT NULL',
      `type ${short(60)} NOT NULL`,
      'ticket_number INT',
      'version INT',
      'public_version INT',
      `actor_type ${short(16)} NOT NULL`,
      'actor_id INT NOT NULL',
      `request_id ${short(128)} NOT NULL`,
      `occurred_at ${instant} NOT NULL`,
      `data ${long} NOT NULL`,
      `changed ${long} NOT NULL`,
      ofTenant,
    );
    await index('events_by_ticket', 'events', 'tenant_id, ticket_number, version, id');

    // The installation itself, whose only user is the owner.
    const [installed] = (await runner.query('SELECT id FROM tenants WHERE id = 1')) as unknown[];
    if (!installed) {
      await runner.query(`INSERT INTO tenants (id, code, name, status, settings, created_at, updated_at)
        VALUES (1, '', 'Installation', 'active', '{}', 0, 0)`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of TABLES.toReversed()) await runner.query(`DROP TABLE IF EXISTS ${name}`);
  }
}

const TABLES = [
  ...['tenants', 'tenant_claims', 'counters', 'setup', 'teams', 'users'],
  ...['sessions', 'refresh_tokens', 'revoked_tokens'],
  ...['identity_providers', 'api_keys', 'categories', 'linked_resources', 'tickets', 'ticket_tags'],
  ...['ticket_participants', 'messages', 'read_marks', 'attachments', 'events'],
];

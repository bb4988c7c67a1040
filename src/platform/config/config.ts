import { isIP } from 'node:net';
import { applyDecorators } from '@nestjs/common';
import { plainToInstance, Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  MinLength,
  ValidateBy,
  type ValidateByOptions,
  validateSync,
} from 'class-validator';

const asList = ({ value }: { value: unknown }) =>
  typeof value === 'string'
    ? value
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '')
    : value;

const asNumbers = (given: { value: unknown }) => {
  const list = asList(given);
  return Array.isArray(list) ? list.map(Number) : list;
};

const asSwitch = ({ value }: { value: unknown }) => (value === 'on' ? true : value === 'off' ? false : value);

/** Networks as CIDRs; `bare` addresses only where they make sense. */
function networks({ bare }: { bare: boolean }): ValidateByOptions {
  const isNetwork = (text: string) => {
    const [address = '', bits, ...rest] = text.split('/');
    const family = isIP(address);
    if (family === 0 || rest.length > 0) return false;
    return bits === undefined ? bare : /^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128);
  };
  return {
    name: 'networks',
    validator: {
      validate: (value: unknown) => Array.isArray(value) && value.every((each) => isNetwork(String(each))),
      defaultMessage: () => `must be a list of networks like 10.0.0.0/8${bare ? ' or addresses' : ''}`,
    },
  };
}

/** At least one, and no more than anybody means. */
const Count = () =>
  applyDecorators(
    Type(() => Number),
    IsInt(),
    Min(1),
    Max(1_000_000),
  );

/**
 * Everything the service can be told from outside: one property per environment variable, each with its default.
 * `.env.example` lists the same names (a test compares them).
 */
export class Config {
  /** `production` demands what a server on the open net must not guess. */
  @IsIn(['development', 'test', 'production'])
  NODE_ENV: 'development' | 'test' | 'production' = 'development';

  /** Processes that serve together; more than one only on MySQL/MariaDB. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(64)
  WORKERS = 1;

  /** How long a process that was told to end still takes requests, so that balancers can turn away from it first. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(20)
  SHUTDOWN_GRACE_SECONDS = 2;

  /** TCP port; 0 takes a free one. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(65_535)
  PORT = 3000;

  /** Address to listen on. */
  @Matches(/^[A-Za-z0-9.:_-]+$/)
  HOST = '127.0.0.1';

  /** Folder of the SQLite file, attachments and generated secrets. */
  @IsString()
  @IsNotEmpty()
  DATA_DIR = './data';

  @IsIn(['sqlite', 'mysql'])
  DB_ENGINE: 'sqlite' | 'mysql' = 'sqlite';

  /** `mysql://user:password@host:3306/database`; with SQLite optionally the path of its file. */
  @IsString()
  DB_URL = '';

  /** Connections to MySQL/MariaDB that one process may hold. */
  @Type(() => Number)
  @IsInt()
  @Min(2)
  @Max(500)
  DB_POOL_SIZE = 10;

  /** How long the start waits for a MySQL/MariaDB server that does not answer yet. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(600)
  DB_WAIT_SECONDS = 2;

  /** Whether a Galera node answers a read only when it has applied what any node had committed by then. */
  @Transform(asSwitch)
  @IsBoolean()
  DB_READ_YOUR_WRITES = false;

  /** Where the bytes of attachments lie: in DATA_DIR, or in a bucket. */
  @IsIn(['disk', 's3'])
  STORAGE_DRIVER: 'disk' | 's3' = 'disk';

  @IsString()
  S3_BUCKET = '';

  @Matches(/^[a-z0-9-]{1,63}$/)
  S3_REGION = 'us-east-1';

  /** Address of a server that speaks S3; without it, Amazon's of the region. */
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  S3_ENDPOINT?: string;

  @IsString()
  S3_ACCESS_KEY_ID = '';

  @IsString()
  S3_SECRET_ACCESS_KEY = '';

  /** Whether the bucket stands in the path and not in the host name; most servers but Amazon's want it. */
  @Transform(asSwitch)
  @IsBoolean()
  S3_FORCE_PATH_STYLE = false;

  /** The address users reach the service at; links and signed URLs start with it. */
  @IsOptional()
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  PUBLIC_URL?: string;

  @IsIn(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'])
  LOG_LEVEL: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' = 'info';

  /** Addresses or CIDRs of the proxies whose `X-Forwarded-*` headers are believed; empty: none. */
  @Transform(asList)
  @IsArray()
  @ValidateBy(networks({ bare: true }))
  TRUST_PROXY: string[] = [];

  /** Whether requests are counted and limited. */
  @Transform(asSwitch)
  @IsBoolean()
  RATE_LIMIT = true;

  /** Requests a minute of one person or key. */
  @Count()
  LIMIT_ACTOR = 600;

  /** Requests a minute of one tenant, of all its actors together. */
  @Count()
  LIMIT_TENANT = 6_000;

  /** Requests a minute of one address without a good credential. */
  @Count()
  LIMIT_ADDRESS = 1_200;

  /** Passwords that fail, a minute, on one account from one address. */
  @Count()
  LIMIT_LOGIN = 10;

  /** Passwords that fail, a minute, from one address. */
  @Count()
  LIMIT_LOGIN_ADDRESS = 50;

  /** Where requests are counted for all processes together, `redis://…`; by default each process counts its own. */
  @IsOptional()
  @Matches(/^rediss?:\/\/[^\s]+$/)
  REDIS_URL?: string;

  /** Requests that are worked on at once; by default one less than DB_POOL_SIZE, so that who watches finds a connection. */
  @IsOptional()
  @Count()
  MAX_CONCURRENT_REQUESTS?: number;

  /** Requests that may wait for those; by default 25 for each connection of DB_POOL_SIZE. */
  @IsOptional()
  @Count()
  MAX_QUEUED_REQUESTS?: number;

  /** Whoever would wait longer than this for a place, in milliseconds, is refused on arrival. */
  @Count()
  MAX_QUEUE_WAIT_MS = 500;

  /** When the event loop is later than this, in milliseconds, and requests wait, new ones are refused; 0: never. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(60_000)
  MAX_EVENT_LOOP_DELAY_MS = 200;

  /** Code of the tenant of callers who tell none: neither by a credential nor by a host name. */
  @IsOptional()
  @Matches(/^[a-z0-9-]{1,63}$/)
  DEFAULT_TENANT?: string;

  /** Largest file that may be uploaded, in bytes. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_073_741_824)
  UPLOAD_MAX_BYTES = 26_214_400;

  /** Origins (scheme://host:port) whose pages may call the API for any tenant; tenants add their own. */
  @Transform(asList)
  @IsArray()
  @Matches(/^https?:\/\/[^/\s*]+$/, { each: true })
  CORS_ORIGINS: string[] = [];

  /** Signs access tokens; at least 32 characters. On SQLite it is generated into DATA_DIR when absent. */
  @IsOptional()
  @MinLength(32)
  JWT_SECRET?: string;

  /** Encrypts stored secrets and signs links and cursors; at least 32 characters. Generated like JWT_SECRET. */
  @IsOptional()
  @MinLength(32)
  APP_KEY?: string;

  /** Private networks (CIDRs) that calls to tenant-given addresses may reach; by default only public ones. */
  @Transform(asList)
  @IsArray()
  @ValidateBy(networks({ bare: false }))
  OUTBOUND_ALLOW: string[] = [];

  /** Days after which events are forgotten, in the feed and in the timelines of tickets; 0 keeps them for ever. */
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(36_500)
  RETENTION_EVENTS_DAYS = 365;

  /** Days after which the deliveries of webhooks are forgotten, those that wait too. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(3_650)
  RETENTION_DELIVERIES_DAYS = 30;

  /** Pauses in seconds between the attempts to deliver to a webhook; one attempt more than there are pauses. */
  @Transform(asNumbers)
  @IsArray()
  @ArrayMaxSize(20)
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(604_800, { each: true })
  WEBHOOK_RETRY_SECONDS: number[] = [5, 300, 1_800, 7_200, 18_000, 36_000, 86_400];

  /** Days after which entries of the audit log are forgotten: they hold addresses, which are personal data. */
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(36_500)
  RETENTION_AUDIT_DAYS = 365;

  get concurrentRequests(): number {
    return this.MAX_CONCURRENT_REQUESTS ?? this.DB_POOL_SIZE - 1;
  }

  get queuedRequests(): number {
    return this.MAX_QUEUED_REQUESTS ?? 25 * this.DB_POOL_SIZE;
  }

  /** Where users reach the service, without a slash at the end. */
  get publicUrl(): string {
    const host = this.HOST.includes(':') ? `[${this.HOST}]` : this.HOST;
    return (this.PUBLIC_URL ?? `http://${host}:${this.PORT}`).replace(/\/+$/, '');
  }
}

/** Names every wrong variable, never a value. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The configuration is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/** Reads and checks the whole environment at once. Throws `ConfigError`. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const defaults = new Config();
  const given: Record<string, string | undefined> = Object.fromEntries(
    Object.keys(defaults)
      .concat('PUBLIC_URL', 'S3_ENDPOINT', 'DEFAULT_TENANT', 'JWT_SECRET', 'APP_KEY', 'REDIS_URL')
      .concat('MAX_CONCURRENT_REQUESTS', 'MAX_QUEUED_REQUESTS')
      .map((name) => [name, environment[name]] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const config = plainToInstance(Config, { ...defaults, ...given });
  const problems = validateSync(config).map(({ property, constraints }) => {
    const texts = Object.values(constraints ?? {}).map((text) =>
      text.replace(` in ${property} `, ' ').replace(`${property} `, ''),
    );
    return `${property}: ${texts.join(', ')}`;
  });
  if (config.DB_ENGINE === 'mysql') problems.push(...problemsOnMysql(config));
  if (config.DB_ENGINE === 'sqlite') problems.push(...problemsOnSqlite(config));
  if (config.STORAGE_DRIVER === 's3') problems.push(...problemsOnS3(config));
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

function problemsOnMysql(config: Config): string[] {
  const problems: string[] = [];
  if (!/^(mysql|mariadb):\/\/[^/]+\/[^/]+$/.test(config.DB_URL) || !isUrl(config.DB_URL)) {
    problems.push('DB_URL: must read mysql://user:password@host:3306/database when DB_ENGINE is mysql');
  }
  // Several processes share one MySQL, so a secret that each would generate for itself could not be right.
  if (config.NODE_ENV === 'production') {
    for (const secret of ['JWT_SECRET', 'APP_KEY'] as const) {
      if (config[secret] === undefined) problems.push(`${secret}: must be set in production when DB_ENGINE is mysql`);
    }
  }
  return problems;
}

function isUrl(text: string): boolean {
  try {
    decodeURIComponent(text);
    return URL.canParse(text);
  } catch {
    return false;
  }
}

/** Writers of one process queue in order; those of several would race for the file, and some would starve. */
function problemsOnSqlite({ WORKERS, DB_READ_YOUR_WRITES }: Config): string[] {
  return [
    ...(WORKERS > 1 ? ['WORKERS: must be 1 when DB_ENGINE is sqlite'] : []),
    ...(DB_READ_YOUR_WRITES ? ['DB_READ_YOUR_WRITES: must be off when DB_ENGINE is sqlite, which is no cluster'] : []),
  ];
}

function problemsOnS3(config: Config): string[] {
  return (['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const)
    .filter((name) => config[name] === '')
    .map((name) => `${name}: must be set when STORAGE_DRIVER is s3`);
}

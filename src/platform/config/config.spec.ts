import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './config.js';

function problemsOf(environment: Record<string, string>): ConfigError {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('This configuration was accepted');
}

const WRONG: Readonly<Record<string, string>> = {
  NODE_ENV: 'wrong-staging',
  WORKERS: '99',
  SHUTDOWN_GRACE_SECONDS: '21',
  PORT: '70123',
  HOST: 'wrong host/',
  DB_ENGINE: 'wrong-oracle',
  DB_POOL_SIZE: '1.5',
  DB_WAIT_SECONDS: '-14',
  DB_READ_YOUR_WRITES: 'wrong-yes',
  STORAGE_DRIVER: 'wrong-tape',
  S3_REGION: 'Wrong region',
  S3_ENDPOINT: 'wrong-endpoint',
  S3_FORCE_PATH_STYLE: 'wrong-yes',
  PUBLIC_URL: 'wrong-address',
  LOG_LEVEL: 'wrong-loud',
  TRUST_PROXY: '10.9.0.0/16,wrong-proxy',
  RATE_LIMIT: 'wrong-maybe',
  LIMIT_ACTOR: '-23',
  LIMIT_TENANT: 'wrong-many',
  LIMIT_ADDRESS: '4.75',
  LIMIT_LOGIN: '-31',
  LIMIT_LOGIN_ADDRESS: '10000001',
  REDIS_URL: 'http://wrong-redis',
  MAX_CONCURRENT_REQUESTS: '-41',
  MAX_QUEUED_REQUESTS: '-43',
  MAX_QUEUE_WAIT_MS: '-45',
  MAX_EVENT_LOOP_DELAY_MS: '-47',
  UPLOAD_MAX_BYTES: '-17',
  CORS_ORIGINS: 'https://a.example,*',
  JWT_SECRET: 'wrong-too-short',
  APP_KEY: 'wrong-short-too',
  OUTBOUND_ALLOW: '10.0.0.0/99',
};

describe('the configuration', () => {
  it('has defaults for everything', () => {
    expect(readConfig({})).toMatchObject({ PORT: 3000, DB_ENGINE: 'sqlite', RATE_LIMIT: true, OUTBOUND_ALLOW: [] });
    expect(readConfig({ PORT: '', JWT_SECRET: '' })).toEqual(readConfig({}));
  });

  it('reads numbers, switches and lists from text', () => {
    const config = readConfig({
      PORT: '0',
      RATE_LIMIT: 'off',
      TRUST_PROXY: ' 10.0.0.1, 10.1.0.0/16 ,',
      CORS_ORIGINS: '',
    });
    expect(config).toMatchObject({
      PORT: 0,
      RATE_LIMIT: false,
      TRUST_PROXY: ['10.0.0.1', '10.1.0.0/16'],
      CORS_ORIGINS: [],
    });
  });

  it('names every wrong variable at once, each on a line of its own, and never a value', () => {
    const { problems, message } = problemsOf(WRONG);
    const named = problems.map((problem) => problem.split(':')[0]);
    expect(named.toSorted()).toEqual(Object.keys(WRONG).toSorted());
    expect(message).not.toContain(' in must');
    for (const value of Object.values(WRONG).flatMap((each) => each.split(','))) {
      if (value.length > 2) expect(message).not.toContain(value);
    }
  });

  it.each(['999.0.0.0/8', '10.0.0.0', '10.0.0.0/33', '::1/129', '10.0.0.0/8/8', 'a/8', '10.0.0.0/'])(
    'refuses the network %s',
    (network) => {
      expect(problemsOf({ OUTBOUND_ALLOW: network }).problems).toHaveLength(1);
    },
  );

  it('asks for a database address and, in production, for secrets of one’s own on MySQL', () => {
    const mysql = { DB_ENGINE: 'mysql', NODE_ENV: 'production' };
    const named = problemsOf(mysql).problems.map((problem) => problem.split(':')[0]);
    expect(named).toEqual(['DB_URL', 'JWT_SECRET', 'APP_KEY']);
    expect(problemsOf({ ...mysql, DB_URL: 'postgres://u:hush@h/d' }).message).not.toContain('hush');
    const secrets = { JWT_SECRET: 'x'.repeat(32), APP_KEY: 'y'.repeat(32) };
    for (const url of ['mysql://u:hush%zz@h/d', 'mysql://u:hush@h:99999/d']) {
      const { message } = problemsOf({ ...mysql, ...secrets, DB_URL: url });
      expect(message).toMatch(/^ +- DB_URL: must read/m);
      expect(message).not.toContain('hush');
    }
    expect(readConfig({ ...mysql, ...secrets, DB_URL: 'mysql://u:p@h:3306/d' }).DB_ENGINE).toBe('mysql');
  });

  it('asks for all that S3 needs, and for one process and no cluster on SQLite', () => {
    const wrong = { STORAGE_DRIVER: 's3', WORKERS: '2', DB_READ_YOUR_WRITES: 'on' };
    const named = problemsOf(wrong).problems.map((problem) => problem.split(':')[0]);
    expect(named).toEqual(['WORKERS', 'DB_READ_YOUR_WRITES', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']);
    const given = { S3_BUCKET: 'desk', S3_ACCESS_KEY_ID: 'a', S3_SECRET_ACCESS_KEY: 'b' };
    expect(readConfig({ STORAGE_DRIVER: 's3', ...given }).S3_FORCE_PATH_STYLE).toBe(false);
    const mysql = { DB_ENGINE: 'mysql', DB_URL: 'mysql://u@h/d', WORKERS: '4', DB_READ_YOUR_WRITES: 'on' };
    expect(readConfig(mysql)).toMatchObject({ WORKERS: 4, DB_READ_YOUR_WRITES: true });
  });

  it('knows where users reach the service', () => {
    expect(readConfig({}).publicUrl).toBe('http://127.0.0.1:3000');
    expect(readConfig({ HOST: '::1', PORT: '80' }).publicUrl).toBe('http://[::1]:80');
    expect(readConfig({ PUBLIC_URL: 'https://help.example//' }).publicUrl).toBe('https://help.example');
  });
});

import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { readConfig } from './src/platform/config/config.js';
import { environment } from './src/platform/config/environment.js';
import { engineOf } from './src/platform/database/engines/index.js';
import { migrations } from './src/platform/database/migrations/index.js';

const engine = await engineOf(readConfig(environment()));
await engine.reach();

/** The data source of the configured engine, for TypeORM's command line. The service migrates by itself at start. */
export default new DataSource({
  ...engine.options(),
  entities: ['dist/**/*.entity.js', 'dist/**/*.entities.js'],
  migrations,
});

import {
  type DynamicModule,
  Global,
  Inject,
  Injectable,
  Logger,
  Module,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { getDataSourceToken, TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { Config } from '../config/config.js';
import { Database } from './database.service.js';
import { ENGINE, type Engine, engineOf } from './engines/index.js';
import { Leadership } from './leadership.js';
import { migrations } from './migrations/index.js';
import { migrate } from './migrator.js';
import { reach } from './reach.js';

const engineProvider = {
  provide: ENGINE,
  inject: [Config],
  useFactory: async (config: Config) => {
    const engine = await engineOf(config);
    await reach(engine, config.DB_WAIT_SECONDS);
    return engine;
  },
};

@Global()
@Module({ providers: [engineProvider], exports: [ENGINE] })
class EngineModule {}

/** Closes what the engine opened beside the data source. */
@Injectable()
class EngineShutdown implements OnApplicationShutdown {
  constructor(@Inject(ENGINE) private readonly engine: Engine) {}

  onApplicationShutdown(): Promise<void> {
    return this.engine.close();
  }
}

@Global()
@Module({
  imports: [
    EngineModule,
    TypeOrmModule.forRootAsync({
      inject: [ENGINE],
      useFactory: (engine: Engine) => ({
        ...engine.options(),
        autoLoadEntities: true,
        migrations,
        retryAttempts: 0,
      }),
      dataSourceFactory: async (options) => new DataSource(options as DataSourceOptions).initialize(),
    }),
  ],
  providers: [
    EngineShutdown,
    Leadership,
    {
      provide: Database,
      inject: [getDataSourceToken(), ENGINE],
      useFactory: async (writer: DataSource, engine: Engine) => {
        await migrate(writer, engine);
        await engine.open();
        const logger = new Logger('Database');
        for (const weakness of await engine.weakSettings(writer.manager)) logger.warn(weakness);
        return new Database(writer, await engine.openReader(writer), engine);
      },
    },
  ],
  exports: [Database, Leadership],
})
export class DatabaseModule {
  /** Makes a module's tables known to the data source. */
  static entities(...entities: EntityTarget<ObjectLiteral>[]): DynamicModule {
    return TypeOrmModule.forFeature(entities as Parameters<typeof TypeOrmModule.forFeature>[0]);
  }
}

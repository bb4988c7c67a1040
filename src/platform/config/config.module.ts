import { Global, Module } from '@nestjs/common';
import { Config, readConfig } from './config.js';
import { environment } from './environment.js';

@Global()
@Module({ providers: [{ provide: Config, useFactory: () => readConfig(environment()) }], exports: [Config] })
export class ConfigModule {}

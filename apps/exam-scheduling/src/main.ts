import 'reflect-metadata';
import { bootstrap } from '@app/platform';
import { service } from './service-definition.js';

await bootstrap(service);

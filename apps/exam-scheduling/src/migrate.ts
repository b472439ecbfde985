import 'reflect-metadata';
import { migrateCommand } from '@app/platform';
import { service } from './service-definition.js';

await migrateCommand(service);

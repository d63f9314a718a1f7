/** Settings in `.env` count where the environment itself says nothing; without the file nothing happens. */
import { existsSync } from 'node:fs';

if (existsSync('.env')) process.loadEnvFile('.env');

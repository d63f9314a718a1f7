import './src/ordering/whole-reservations.ts';
import { join, resolve } from 'node:path';
import { defineConfig } from '@medusajs/framework/utils';
import { readMedusaEnv } from './src/env.ts';
import {
  infrastructure,
  payment,
  signIn,
  traceabilityOptions,
  transferOptions,
} from './src/infrastructure.ts';
import { orderMessageSettings } from './src/notifications.ts';
import { orderModule } from './src/ordering/order-module.ts';

// Compiling needs no server and no secret; only the choice about the staff screens matters there.
const compiling = process.argv[2] === 'build';
const dataDir = resolve(process.env.DATA_DIR ?? join(import.meta.dirname, '../..'));
const traceability = { resolve: './src/modules/traceability' };
const orderCompletion = { resolve: './src/modules/order-completion' };
const orderConfirmation = { resolve: './src/modules/order-confirmation' };
const bankTransfers = { resolve: './src/modules/bank-transfers' };
const orderMessages = { resolve: './src/modules/order-messages' };
const deliveryPrices = { resolve: './src/modules/delivery-prices' };
const stampSheets = {
  resolve: './src/modules/stamp-sheets',
  options: { folder: join(dataDir, 'stamp-sheets') },
};

function compileConfig() {
  return defineConfig({
    admin: { disable: process.env.MEDUSA_ADMIN === 'off' },
    modules: [
      traceability,
      stampSheets,
      orderCompletion,
      orderConfirmation,
      orderMessages,
      bankTransfers,
      payment,
      deliveryPrices,
    ],
  });
}

function serverConfig() {
  const env = readMedusaEnv(process.env);
  const siteIsSecure = env.MEDUSA_URL.startsWith('https:');
  const { modules, featureFlags } = infrastructure(env, dataDir);
  const origin = new URL(env.MEDUSA_URL).origin;
  return defineConfig({
    projectConfig: {
      databaseUrl: env.DATABASE_URL,
      redisUrl: env.REDIS_URL,
      http: {
        // The browser talks to the site's server, never to the store API: no origin is let in.
        storeCors: '',
        adminCors: origin,
        authCors: origin,
        // Buyers order as guests: only staff have accounts.
        authMethodsPerActor: { user: ['emailpass'], customer: [] },
        jwtSecret: env.MEDUSA_JWT_SECRET,
        cookieSecret: env.MEDUSA_COOKIE_SECRET,
        // A token is for signing in and for short programs: unlike a session, nothing ends it early.
        jwtExpiresIn: '1h',
      },
      // Saved again at its end, a request that was still running would bring back a session that log-out ended.
      sessionOptions: { resave: false },
      // In production mode Medusa sends staff cookies over https alone, so that a first log-in at
      // http://localhost would be refused without a word.
      cookieOptions: { secure: siteIsSecure, sameSite: 'lax' },
    },
    admin: { disable: env.MEDUSA_ADMIN === 'off', backendUrl: '/' },
    modules: [
      { ...traceability, options: traceabilityOptions(env) },
      stampSheets,
      orderCompletion,
      deliveryPrices,
      {
        ...orderConfirmation,
        options: { largeSum: env.CONFIRM_ORDERS_OVER, withinHours: env.CONFIRM_WITHIN_HOURS },
      },
      { ...bankTransfers, options: transferOptions(env) },
      payment,
      { ...orderMessages, options: orderMessageSettings(env, dataDir) },
      orderModule,
      signIn(env),
      ...modules,
    ],
    featureFlags,
  });
}

export default compiling ? compileConfig() : serverConfig();

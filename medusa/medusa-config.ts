import './src/ordering/whole-reservations.ts';
import { join, resolve } from 'node:path';
import { defineConfig } from '@medusajs/framework/utils';
import { readMedusaEnv } from './src/env.ts';
import {
  cardSettings,
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
const cardPayments = { resolve: './src/modules/card-payments' };
const orderMessages = { resolve: './src/modules/order-messages' };
const people = { resolve: './src/modules/people' };
const deliveryPrices = { resolve: './src/modules/delivery-prices' };
const producerStatements = { resolve: './src/modules/producer-statements' };
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
      cardPayments,
      payment(null),
      deliveryPrices,
      producerStatements,
      people,
    ],
  });
}

function serverConfig() {
  const env = readMedusaEnv(process.env);
  const siteIsSecure = env.MEDUSA_URL.startsWith('https:');
  const card = cardSettings(env);
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
        // Only staff sign in here; buyers and members of producers do on the site (src/people).
        authMethodsPerActor: { user: ['emailpass'], customer: [], producer: [] },
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
      producerStatements,
      { ...people, options: { siteUrl: new URL(env.SITE_URL ?? env.MEDUSA_URL).origin } },
      {
        ...orderConfirmation,
        options: { largeSum: env.CONFIRM_ORDERS_OVER, withinHours: env.CONFIRM_WITHIN_HOURS },
      },
      { ...bankTransfers, options: transferOptions(env) },
      { ...cardPayments, options: { settings: card } },
      payment(card),
      { ...orderMessages, options: orderMessageSettings(env, dataDir) },
      orderModule,
      signIn(env),
      ...modules,
    ],
    featureFlags,
  });
}

export default compiling ? compileConfig() : serverConfig();

import { describe, expect, it } from 'vitest';
import { EnvironmentError, environmentNames, parseEnvironment, pickSiteEnvironment, readEnv } from './env.ts';

function problemsOf(source: Record<string, string>) {
  const result = parseEnvironment(source);
  return result.ok ? [] : result.problems;
}

describe('parseEnvironment', () => {
  it('gives defaults for an empty environment', () => {
    const env = readEnv({});
    expect(env).toMatchObject({
      PORT: 4321,
      HOST: '::',
      SITE_URL: 'http://localhost:4321',
      DATA_DIR: '.data',
      CONTENT_DIR: 'content',
      RECORD_DIR: 'dist/record',
      SAMPLES: true,
    });
    expect(env.DATABASE_URL).toBeUndefined();
  });

  it('derives the public origin from the port unless it is given', () => {
    expect(readEnv({ PORT: '8080' }).SITE_URL).toBe('http://localhost:8080');
    expect(readEnv({ PORT: '8080', SITE_URL: 'https://ocop.example/' }).SITE_URL).toBe(
      'https://ocop.example',
    );
  });

  it('treats an empty value as absent', () => {
    expect(readEnv({ PORT: '', DATABASE_URL: '  ' }).PORT).toBe(4321);
  });

  it.each([
    ['PORT', 'http', 'a port number'],
    ['PORT', '70000', 'a port number'],
    ['SITE_URL', 'https://ocop.example/shop', 'without a path'],
    ['SITE_URL', 'ocop.example', 'http(s) address'],
    ['SAMPLES', 'yes', 'on or off'],
    ['DATABASE_URL', 'mysql://x', 'a PostgreSQL address'],
    ['REDIS_URL', 'localhost:6379', 'a Redis address'],
    ['MEILI_URL', 'localhost:7700', 'an http(s) address'],
    ['SITE_KEY', 'short', 'at least 32 characters'],
    ['TRUSTED_PROXIES', '10.0.0.0/33', 'addresses or networks of the proxies'],
    ['TRUSTED_PROXIES', '10.0.0.1 10.0.0.2', 'separated by commas'],
    ['TRUSTED_PROXIES', '10.0.0.1,::/0', 'never the whole internet'],
    ['TRUSTED_PROXIES', 'cdn.example', 'addresses or networks'],
    ['CLIENT_ADDRESS_HEADER', 'x forwarded for', 'the name of a request header'],
    ['STAMP_KEYS', '{"current":"2","epochs":{"1":"AAAA"}}', 'current names one'],
  ])('refuses %s=%s and says what it should be', (name, value, expected) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]?.variable).toBe(name);
    expect(problems[0]?.expected).toContain(expected);
  });

  it('names every bad variable at once, and never the value', () => {
    expect(() => readEnv({ PORT: '0', SITE_KEY: 'hunter2' })).toThrow(EnvironmentError);
    const message = caughtMessage(() => readEnv({ PORT: '0', SITE_KEY: 'hunter2' }));
    expect(message).toContain('PORT should be');
    expect(message).toContain('SITE_KEY should be');
    expect(message).not.toContain('hunter2');
  });

  it('asks for the rest of a group once one of it is set', () => {
    expect(problemsOf({ MEILI_URL: 'http://localhost:7700' })[0]?.variable).toBe('MEILI_API_KEY');
    expect(problemsOf({ MEILI_URL: 'http://localhost:7700', MEILI_SEARCH_KEY: 'k' })).toEqual([]);
    expect(problemsOf({ S3_BUCKET: 'photos' }).map((problem) => problem.variable)).toEqual([
      'S3_ENDPOINT',
      'S3_REGION',
      'S3_ACCESS_KEY',
      'S3_SECRET_KEY',
      'S3_PUBLIC_URL',
    ]);
  });

  it.each(['CLIENT_ADDRESS_HEADER', 'REGION_HEADER'])(
    'believes no %s unless the proxies are known that may set it',
    (name) => {
      const [problem, ...more] = problemsOf({ [name]: 'cf-something' });
      expect([problem?.variable, more]).toEqual(['TRUSTED_PROXIES', []]);
      expect(problem?.expected).toMatch(new RegExp(`because ${name} is set: addresses or networks`));
      expect(problemsOf({ [name]: 'cf-something', TRUSTED_PROXIES: '10.0.0.1, 2400:cb00::/32' })).toEqual([]);
    },
  );

  it('lists the settings once each', () => {
    expect(new Set(environmentNames).size).toBe(environmentNames.length);
  });
});

describe('pickSiteEnvironment', () => {
  it('falls back to the full search key and leaves administrative settings out', () => {
    const env = readEnv({
      MEILI_URL: 'http://localhost:7700',
      MEILI_API_KEY: 'full',
      DATABASE_URL: 'postgres://localhost/x',
    });
    const site = pickSiteEnvironment(env);
    expect(site.MEILI_SEARCH_KEY).toBe('full');
    expect(Object.keys(site)).not.toContain('DATABASE_URL');
  });
});

function caughtMessage(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return '';
}

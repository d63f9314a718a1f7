export const hostsExpected =
  'host names separated by commas, with a port only where it is not the usual one, like tem.example.vn, ocop-cu.example.vn:8443';

/** Every host that is this site: addresses on any other are somebody else's. */
export function ownHosts(env: {
  SITE_URL: string;
  OTHER_HOSTS: readonly string[] | undefined;
}): readonly string[] {
  return [new URL(env.SITE_URL).host, ...(env.OTHER_HOSTS ?? [])];
}

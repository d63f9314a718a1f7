import type { APIRoute } from 'astro';

/** Private pages carry noindex themselves; they are left out here so that crawlers spare the cart. */
const notForCrawlers = [
  ...['/gio-hang', '/thanh-toan', '/don-hang/', '/tim-kiem', '/so-sanh', '/api/'],
  ...['/dang-nhap', '/loi-moi', '/tai-khoan', '/nha-san-xuat'],
];

/** Says where the sitemap is; addresses of private pages count for both languages. */
export const GET: APIRoute = ({ site }) => {
  const disallowed = notForCrawlers.flatMap((path) => [`Disallow: ${path}`, `Disallow: /en${path}`]);
  const sitemap = site ? [`Sitemap: ${new URL('/sitemap-index.xml', site).href}`] : [];
  return new Response(['User-agent: *', ...disallowed, '', ...sitemap, ''].join('\n'), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
};

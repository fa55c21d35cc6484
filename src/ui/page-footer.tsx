import { zoneName } from '#lib/times.ts';
import type { Frame } from './frame.ts';

/** The tenant's own links, and which zone the times on the page are in. */
export const PageFooter = ({ frame, showZone }: { frame: Frame; showZone: boolean }) => {
  const { reader, brand } = frame;
  const links = brand.footerLinks ?? [];
  if (links.length === 0 && !showZone) return null;
  return (
    <footer class="page-footer">
      {links.length > 0 && (
        <nav aria-label={reader.t('common.footer')}>
          {links.map((link) => (
            <a href={link.href} rel="noopener">
              {link.label}
            </a>
          ))}
        </nav>
      )}
      {showZone && <p>{reader.t('common.allTimesIn', { zone: zoneName(reader.zone) })}</p>}
    </footer>
  );
};

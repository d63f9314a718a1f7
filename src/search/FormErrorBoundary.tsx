import { Component, type ReactNode } from 'react';

interface Props {
  children: ReactNode;
}

/**
 * Puts the page back as the server sent it, a plain form, when the script behind it breaks on a
 * browser we never saw. React would otherwise leave an empty place.
 */
export class FormErrorBoundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };
  readonly sent = typeof document === 'undefined' ? '' : (document.querySelector('.search')?.outerHTML ?? '');

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return <div dangerouslySetInnerHTML={{ __html: this.sent }} />;
  }
}

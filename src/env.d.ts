declare namespace App {
  interface Locals {
    /** Set where the server in front of Astro looked at a stamp already. */
    stampPage?: import('./stamps/page/answer-scan.server.ts').StampAnswerPage;
  }
}

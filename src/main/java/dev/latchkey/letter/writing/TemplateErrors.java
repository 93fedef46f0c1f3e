package dev.latchkey.letter.writing;

/** Takes what is wrong in one template, with its line, from 1. */
interface TemplateErrors {
  void add(int line, String what);
}

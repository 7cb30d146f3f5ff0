/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "teach/lessonfile.h"

#include "base/err.h"
#include "base/fd.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "teach/lessonparts.h"

#include <errno.h>
#include <fcntl.h>
#include <md4c.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_BYTES = 4 << 20, MAX_DEPTH = 100 };

/* --- the file ------------------------------------------------------------ */

static bool read_all(int fd, const char *path, Buf *out) {
  if (fd_read_all(fd, MAX_BYTES, out))
    return true;
  if (out->failed)
    return false;
  if (errno == EFBIG)
    return err_set(ERR_ValueError, "%s: too large for a lesson", path);
  return err_set(ERR_OSError, "%s: %s", path, strerror(errno));
}

bool lessonfile_read(const char *path, Buf *out) {
  int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0)
    return err_set(errno == ENOENT ? ERR_FileNotFoundError : ERR_OSError,
                   "%s: %s", path, strerror(errno));
  struct stat about;
  bool ok = fstat(fd, &about) == 0 && !S_ISDIR(about.st_mode);
  ok = ok ? read_all(fd, path, out)
          : err_set(ERR_IsADirectoryError, "%s: is a directory", path);
  close(fd);
  return ok;
}

static uint32_t line_at(const char *text, size_t offset) {
  uint32_t line = 1;
  for (size_t i = 0; i < offset; i++)
    line += text[i] == '\n';
  return line;
}

/* UTF-8 without control characters: those would reach the terminal. */
static bool check_bytes(const Lesson *l, const char *text, size_t n) {
  size_t bad = utf8_valid(text, n);
  if (bad < n)
    return lessonparts_error(l, line_at(text, bad),
                             "not UTF-8 (byte 0x%02x): save the file as UTF-8",
                             (unsigned)(unsigned char)text[bad]);
  for (size_t i = 0; i < n; i++) {
    unsigned char c = (unsigned char)text[i];
    if ((c < ' ' && c != '\n' && c != '\t' && c != '\r') || c == 0x7f)
      return lessonparts_error(l, line_at(text, i),
                               "a control character (0x%02x): remove it",
                               (unsigned)c);
  }
  return true;
}

/* --- the reader ---------------------------------------------------------- */

typedef struct List {
  bool ordered, keys; /* keys: it follows the step's question */
  unsigned number;
  char mark;
} List;

typedef struct Reader {
  Lesson *l;
  const char *text;
  size_t len, at; /* at: where the parser was seen last */
  size_t counted; /* `line` is the line of this offset */
  uint32_t line;
  Buf words; /* text of the block that is being read */
  uint32_t words_line;
  List lists[MAX_DEPTH];
  int n_lists, quote;
  bool item_new, item_task, item_right;
  LessonBlock *table;
  LessonFence fence;
  LessonQuestion *task; /* whose block is being read */
  uint32_t fence_line;
  bool quiz; /* the list that is being read is a quiz */
} Reader;

static LessonStep *step_now(const Reader *r) {
  return &r->l->steps[r->l->n_steps - 1];
}

static uint32_t line_now(Reader *r) {
  if (r->at < r->counted) {
    r->counted = 0;
    r->line = 1;
  }
  for (; r->counted < r->at; r->counted++)
    r->line += r->text[r->counted] == '\n';
  return r->line;
}

/* The parser hands out pieces of the text itself: that tells where it is. */
static void seen(Reader *r, const char *p) {
  if (p >= r->text && p <= r->text + r->len)
    r->at = (size_t)(p - r->text);
}

static LessonBlock *add_block(Reader *r, LessonBlockType type, uint32_t line) {
  LessonStep *s = step_now(r);
  LessonBlock *b = lessonparts_push(r->l, &s->blocks, &s->n_blocks, sizeof *b);
  if (!b)
    return NULL;
  b->type = type;
  b->line = line;
  b->indent = (uint8_t)r->n_lists;
  b->quote = (uint8_t)r->quote;
  return b;
}

static const char *take_words(Reader *r) {
  const char *text =
      r->words.failed
          ? NULL
          : arena_text(&r->l->arena, buf_text(&r->words), r->words.len);
  buf_clear(&r->words);
  return text;
}

static const char *item_marker(Reader *r) {
  List *top = &r->lists[r->n_lists - 1];
  if (!top->ordered)
    return "*";
  Buf b = BUF_EMPTY;
  buf_fmt(&b, "%u%c", top->number++, top->mark);
  const char *text = arena_text(&r->l->arena, buf_text(&b), b.len);
  buf_free(&b);
  return text;
}

/* What has been collected becomes a paragraph. */
static bool end_paragraph(Reader *r) {
  if (!r->words.len)
    return true;
  LessonBlock *b = add_block(r, LESSON_PARAGRAPH, r->words_line);
  if (!b || !(b->text = take_words(r)))
    return false;
  if (r->n_lists && r->item_new && !(b->marker = item_marker(r)))
    return false;
  r->item_new = false;
  return true;
}

/* --- questions ----------------------------------------------------------- */

/* Says where the question stands; one a step. */
static bool begin_question(Reader *r, uint32_t line, LessonQuestion *q) {
  LessonStep *s = step_now(r);
  if (r->l->n_steps == 1)
    return lessonparts_error(r->l, line,
                             "a question before the first step: write a "
                             "heading such as `## 1 First step` above it");
  if (s->question)
    return lessonparts_error(r->l, line,
                             "a second question in one step: begin a new step "
                             "with a `##` heading");
  q->line = line;
  s->question = q;
  return add_block(r, LESSON_QUESTION, line) != NULL;
}

static bool follows_question(const Reader *r) {
  const LessonStep *s = step_now(r);
  return s->question && !r->quote && !r->n_lists &&
         s->blocks[s->n_blocks - 1].type == LESSON_QUESTION;
}

static bool end_option(Reader *r) {
  uint32_t line = r->words.len ? r->words_line : line_now(r);
  if (!r->quiz) {
    LessonQuestion *q = arena_alloc(&r->l->arena, sizeof *q);
    if (!q || !begin_question(r, line, q))
      return false;
    r->quiz = true;
  }
  const char *text = take_words(r);
  return text && lessonparts_option(r->l, line, text, r->item_right,
                                    step_now(r)->question);
}

/* A list item at depth 1 ends: an option, a key or prose. */
static bool end_item(Reader *r) {
  if (r->n_lists == 1 && r->item_task)
    return end_option(r);
  if (r->n_lists == 1 && (r->quiz || r->lists[0].keys)) {
    uint32_t line = r->words.len ? r->words_line : line_now(r);
    const char *text = take_words(r);
    return text && lessonparts_key(r->l, line, text, step_now(r)->question);
  }
  return end_paragraph(r);
}

/* Whether paragraphs in this item belong together as one text. */
static bool one_text(const Reader *r) {
  return r->n_lists && (r->quiz || r->lists[0].keys || r->item_task);
}

/* --- headings ------------------------------------------------------------ */

/* "## 3 Title" begins step 3. */
static bool begin_step(Reader *r) {
  uint32_t line = r->words.len ? r->words_line : line_now(r);
  const char *text = take_words(r);
  LessonStep *s =
      text ? lessonparts_push(r->l, &r->l->steps, &r->l->n_steps, sizeof *s)
           : NULL;
  if (!s)
    return false;
  char *end = (char *)text;
  unsigned long number = strtoul(text, &end, 10);
  bool numbered = end > text && *end == ' ';
  if (numbered && number != r->l->n_steps - 1)
    return lessonparts_error(r->l, line,
                             "step %zu has the number %lu: number the steps "
                             "1, 2, 3 in their order",
                             r->l->n_steps - 1, number);
  s->title = numbered ? end + strspn(end, " ") : text;
  s->line = line;
  return *s->title ||
         lessonparts_error(r->l, line, "the step has no title: `## 1 Title`");
}

static bool end_heading(Reader *r, unsigned level) {
  if (level == 2)
    return begin_step(r);
  if (level == 1) /* the lesson's title: the head comment says it too */
    return take_words(r) != NULL;
  LessonBlock *b = add_block(r, LESSON_HEADING, r->words_line);
  return b && (b->text = take_words(r)) != NULL;
}

/* --- code ---------------------------------------------------------------- */

/* The line of the fence that opens now: below what was seen last. */
static uint32_t find_fence(Reader *r, const MD_BLOCK_CODE_DETAIL *d) {
  if (d->info.size) {
    seen(r, d->info.text);
    return line_now(r);
  }
  const char fence[] = {d->fence_char, d->fence_char, d->fence_char, 0};
  const char *found = d->fence_char ? strstr(r->text + r->at, fence) : NULL;
  if (found)
    seen(r, found);
  return line_now(r);
}

static bool begin_code(Reader *r, const MD_BLOCK_CODE_DETAIL *d) {
  if (!end_paragraph(r))
    return false;
  r->fence_line = find_fence(r, d);
  r->task = arena_alloc(&r->l->arena, sizeof *r->task);
  if (!r->task)
    return false;
  r->fence = d->fence_char && d->info.size
                 ? lessonparts_fence(r->l, r->fence_line, d->info.text,
                                     d->info.size, r->task)
                 : LESSONPARTS_OTHER;
  return r->fence != LESSONPARTS_ERROR;
}

static bool end_task(Reader *r, uint32_t line, const char *text) {
  size_t n = strlen(text);
  while (n && strchr(" \n", text[n - 1]))
    n--;
  r->task->reference = arena_text(&r->l->arena, text, n);
  r->task->reference_line = line;
  if (!r->task->reference)
    return false;
  if (!n)
    return lessonparts_error(r->l, r->fence_line,
                             "the task has no reference: write the expression "
                             "that answers it");
  return begin_question(r, r->fence_line, r->task);
}

static bool end_code(Reader *r) {
  uint32_t line = r->fence_line + 1;
  if (r->fence == LESSONPARTS_OTHER && r->words.len)
    line = r->words_line;
  const char *text = take_words(r);
  if (!text)
    return false;
  if (r->fence == LESSONPARTS_TASK)
    return end_task(r, line, text);
  LessonBlockType type = r->fence == LESSONPARTS_RUN    ? LESSON_RUN
                         : r->fence == LESSONPARTS_SHOW ? LESSON_SHOW
                                                        : LESSON_VERBATIM;
  LessonBlock *b = add_block(r, type, line);
  if (!b)
    return false;
  b->text = text;
  return type != LESSON_SHOW || lessonparts_show(r->l, b);
}

/* --- callbacks ----------------------------------------------------------- */

static bool begin_list(Reader *r, bool ordered, unsigned start, char mark) {
  if (!one_text(r) && !end_paragraph(r))
    return false;
  if (r->n_lists == MAX_DEPTH)
    return lessonparts_error(r->l, line_now(r), "lists nested too deeply");
  r->lists[r->n_lists] =
      (List){ordered, !ordered && follows_question(r), start, mark};
  r->n_lists++;
  return true;
}

static bool begin_item(Reader *r, const MD_BLOCK_LI_DETAIL *d) {
  if (r->n_lists > 1 && one_text(r)) {
    buf_char(&r->words, LESSON_BREAK);
    return true;
  }
  r->item_new = true;
  r->item_task = d->is_task;
  r->item_right = d->is_task && d->task_mark != ' ';
  if (d->is_task)
    r->at = d->task_mark_offset;
  return true;
}

static bool begin_table(Reader *r, const MD_BLOCK_TABLE_DETAIL *d) {
  if (!end_paragraph(r))
    return false;
  r->table = add_block(r, LESSON_TABLE, line_now(r));
  if (r->table)
    r->table->columns = d->col_count;
  return r->table != NULL;
}

static bool enter(Reader *r, MD_BLOCKTYPE type, void *detail) {
  switch (type) {
  case MD_BLOCK_QUOTE:
    if (r->quote == MAX_DEPTH)
      return lessonparts_error(r->l, line_now(r), "quotes nested too deeply");
    r->quote++;
    return true;
  case MD_BLOCK_UL: return begin_list(r, false, 0, '*');
  case MD_BLOCK_OL: {
    MD_BLOCK_OL_DETAIL *d = detail;
    return begin_list(r, true, d->start, d->mark_delimiter);
  }
  case MD_BLOCK_LI: return begin_item(r, detail);
  case MD_BLOCK_HR: return add_block(r, LESSON_RULE, line_now(r)) != NULL;
  case MD_BLOCK_CODE: return begin_code(r, detail);
  case MD_BLOCK_TABLE: return begin_table(r, detail);
  case MD_BLOCK_P:
    if (one_text(r) && r->words.len)
      buf_char(&r->words, LESSON_BREAK);
    return true;
  default: return true;
  }
}

/* Comments are for authors; other HTML would be shown by browsers only. */
static bool end_html(Reader *r) {
  bool comment = !strncmp(buf_text(&r->words), "<!--", 4);
  uint32_t line = r->words_line;
  buf_clear(&r->words);
  return comment || lessonparts_error(r->l, line,
                                      "HTML cannot be shown in a terminal: "
                                      "write it as CommonMark");
}

static bool end_cell(Reader *r) {
  const char **cell = lessonparts_push(r->l, &r->table->cells,
                                       &r->table->n_cells, sizeof *cell);
  return cell && (*cell = take_words(r)) != NULL;
}

static bool leave(Reader *r, MD_BLOCKTYPE type, void *detail) {
  switch (type) {
  case MD_BLOCK_QUOTE: r->quote--; return true;
  case MD_BLOCK_UL:
  case MD_BLOCK_OL:
    r->n_lists--;
    r->quiz = r->n_lists ? r->quiz : false;
    r->item_task = r->n_lists ? r->item_task : false;
    return true;
  case MD_BLOCK_LI: return (r->n_lists > 1 && one_text(r)) || end_item(r);
  case MD_BLOCK_H: return end_heading(r, ((MD_BLOCK_H_DETAIL *)detail)->level);
  case MD_BLOCK_CODE: return end_code(r);
  case MD_BLOCK_HTML: return end_html(r);
  case MD_BLOCK_P: return one_text(r) || end_paragraph(r);
  case MD_BLOCK_TH:
  case MD_BLOCK_TD: return end_cell(r);
  default: return true;
  }
}

static bool add_link(Reader *r, const MD_ATTRIBUTE *href) {
  seen(r, href->text);
  LessonLine *link =
      lessonparts_push(r->l, &r->l->links, &r->l->n_links, sizeof *link);
  if (!link)
    return false;
  link->line = line_now(r);
  const char *text = href->size ? href->text : "";
  return (link->text = arena_text(&r->l->arena, text, href->size)) != NULL;
}

static bool span(Reader *r, MD_SPANTYPE type, void *detail, bool enters) {
  char mark = type == MD_SPAN_CODE     ? LESSON_CODE
              : type == MD_SPAN_EM     ? LESSON_EM
              : type == MD_SPAN_STRONG ? LESSON_STRONG
                                       : 0;
  if (mark)
    buf_char(&r->words, (char)(mark + !enters));
  if (enters && type == MD_SPAN_A)
    return add_link(r, &((MD_SPAN_A_DETAIL *)detail)->href);
  if (enters && type == MD_SPAN_IMG)
    return add_link(r, &((MD_SPAN_IMG_DETAIL *)detail)->src);
  return true;
}

/* &lt; and the like; unknown ones stay as they are written. */
static void add_entity(Reader *r, const char *p, size_t n) {
  static const char *const known[][2] = {{"&amp;", "&"},  {"&lt;", "<"},
                                         {"&gt;", ">"},   {"&quot;", "\""},
                                         {"&nbsp;", " "}, {"&minus;", "-"}};
  for (size_t i = 0; i < sizeof known / sizeof *known; i++)
    if (n == strlen(known[i][0]) && !memcmp(p, known[i][0], n)) {
      buf_str(&r->words, known[i][1]);
      return;
    }
  unsigned long code = 0;
  if (n > 3 && p[1] == '#')
    code = p[2] == 'x' || p[2] == 'X' ? strtoul(p + 3, NULL, 16)
                                      : strtoul(p + 2, NULL, 10);
  char out[4];
  bool shown = code >= 0xa0 || (code >= ' ' && code < 0x7f);
  if (shown && code < 0x110000 && (code < 0xd800 || code > 0xdfff))
    buf_add(&r->words, out, utf8_encode((uint32_t)code, out));
  else
    buf_add(&r->words, p, n);
}

static void add_text(Reader *r, MD_TEXTTYPE type, const char *p, size_t n) {
  if (!r->words.len) {
    seen(r, p);
    r->words_line = line_now(r);
  }
  switch (type) {
  case MD_TEXT_BR: buf_char(&r->words, LESSON_BREAK); break;
  case MD_TEXT_SOFTBR: buf_char(&r->words, ' '); break;
  case MD_TEXT_ENTITY: add_entity(r, p, n); break;
  default: buf_add(&r->words, p, n);
  }
  seen(r, p);
}

enum { STOP = -1 }; /* md4c passes over positive values in places */

static int on_enter(MD_BLOCKTYPE type, void *detail, void *self) {
  return enter(self, type, detail) ? 0 : STOP;
}

static int on_leave(MD_BLOCKTYPE type, void *detail, void *self) {
  return leave(self, type, detail) ? 0 : STOP;
}

static int on_span(MD_SPANTYPE type, void *detail, void *self) {
  return span(self, type, detail, true) ? 0 : STOP;
}

static int on_span_end(MD_SPANTYPE type, void *detail, void *self) {
  return span(self, type, detail, false) ? 0 : STOP;
}

static int on_text(MD_TEXTTYPE type, const char *p, MD_SIZE n, void *self) {
  add_text(self, type, p, n);
  return ((Reader *)self)->words.failed ? STOP : 0;
}

/* --- lessons ------------------------------------------------------------- */

static bool parse(Lesson *l, const char *text, size_t n) {
  Reader r = {.l = l, .text = text, .len = n, .line = 1};
  LessonStep *intro =
      lessonparts_push(l, &l->steps, &l->n_steps, sizeof *intro);
  if (!intro)
    return false;
  intro->title = "";
  intro->line = 1;
  const MD_PARSER parser = {.flags = MD_FLAG_TABLES | MD_FLAG_TASKLISTS,
                            .enter_block = on_enter,
                            .leave_block = on_leave,
                            .enter_span = on_span,
                            .leave_span = on_span_end,
                            .text = on_text};
  int failed = md_parse(text, (MD_SIZE)n, &parser, &r);
  buf_free(&r.words);
  if (failed && !err_pending())
    err_memory(n);
  return !failed;
}

/* "01-softmax" out of "lessons/01-softmax.md" */
static bool name_it(Lesson *l, const char *path) {
  const char *slash = strrchr(path, '/');
  const char *base = slash ? slash + 1 : path;
  size_t n = strlen(base);
  if (n > 3 && !strcmp(base + n - 3, ".md"))
    n -= 3;
  l->path = arena_text(&l->arena, path, strlen(path));
  l->name = arena_text(&l->arena, base, n);
  return l->path && l->name;
}

Lesson *lessonfile_parse(const char *path, const char *text, size_t n) {
  Lesson *l = mem_zeroed(1, sizeof *l);
  if (!l)
    return NULL;
  if (name_it(l, path) && check_bytes(l, text, n) &&
      lessonparts_head(l, text, n) && parse(l, text, n) &&
      (l->n_steps > 1 || l->steps[0].n_blocks ||
       lessonparts_error(l, 1,
                         "the lesson is empty: write text and headings "
                         "such as `## 1 First step`")))
    return l;
  lessonfile_free(l);
  return NULL;
}

Lesson *lessonfile_load(const char *path) {
  Buf text = BUF_EMPTY;
  Lesson *l = lessonfile_read(path, &text)
                  ? lessonfile_parse(path, buf_text(&text), text.len)
                  : NULL;
  buf_free(&text);
  return l;
}

void lessonfile_free(Lesson *l) {
  if (l)
    arena_free(&l->arena);
  mem_free(l);
}

bool lessonfile_title(const char *text, size_t len, const char **title,
                      size_t *n) {
  LessonHead head;
  if (!lessonparts_find_head(text, len, &head))
    return false;
  *title = head.title;
  *n = head.title_n;
  return *n > 0;
}

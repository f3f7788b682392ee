# The commands of the project. `make run` and `make test` need make and Python >= 3.12, nothing else.
PYTHON = .venv/bin/python
WORKERS = 2
# Read from the files, so that the thousands of other tests are not collected
BROWSER_TESTS = $(shell grep -rl --include='test_*.py' 'mark\.browser' tests)
BENCHES = $(sort $(basename $(notdir $(wildcard benchmarks/bench_*.py))))
# What is printed is French, whatever the locale of the machine
export PYTHONUTF8 = 1
# What a production machine would say, for `check --deploy`
PRODUCTION = PORTAL_MODE=production PORTAL_HOSTS=portail.example.org PORTAL_SMTP_URL=smtp://mail.example.org \
	PORTAL_SECRET_KEY=only-for-this-check-0123456789-0123456789-0123456789-abc

.PHONY: help run test check fix test-browser bench bench-peers base dev peers lint deployable locked translations

help:
	@echo "make run           installe ce qui manque et ouvre le portail sur http://127.0.0.1:8000"
	@echo "make test          lance les tests (ARGS=… pour pytest)"
	@echo "make check         vérifie la forme du code, l’architecture, les migrations, les traductions"
	@echo "make fix           remet le code en forme"
	@echo "make test-browser  lance les tests qui demandent Chromium"
	@echo "make bench         mesure les durées (BENCHES=bench_agenda, BENCH_ROWS=2000 : moins)"
	@echo "make bench-peers   les mesure à côté de Datasette et de l’administration nue de Django"

run: base
	@exec $(PYTHON) manage.py serve

test: dev
	@$(PYTHON) -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

test-browser: dev
	@command -v chromium >/dev/null || { echo "Ces tests demandent Chromium (Debian : apt install chromium)."; exit 1; }
	@$(PYTHON) -m pytest -m browser -n $(WORKERS) --dist loadfile $(BROWSER_TESTS) $(ARGS)

bench: dev
	@for name in $(BENCHES); do echo "== $$name"; $(PYTHON) -m benchmarks.$$name || exit 1; done

bench-peers: dev peers
	@$(PYTHON) -m benchmarks.peers

check: dev lint deployable locked translations

lint:
	@$(PYTHON) -m ruff check --quiet .
	@$(PYTHON) -m ruff format --check --quiet . || { echo "Lancez « make fix »."; exit 1; }
	@.venv/bin/djlint --check --lint templates || { echo "Lancez « make fix »."; exit 1; }
	@.venv/bin/lint-imports --no-logo

deployable:
	@$(PYTHON) manage.py makemigrations --check --dry-run
	@$(PRODUCTION) $(PYTHON) -W error manage.py check --deploy --fail-level WARNING

locked:
	@$(PYTHON) scripts/check_locks.py

translations:
	@$(PYTHON) scripts/translations.py --check

fix: dev
	@$(PYTHON) -m ruff check --fix --quiet .
	@$(PYTHON) -m ruff format --quiet .
	@for pass in 1 2 3; do .venv/bin/djlint --reformat --quiet templates; done; true  # it settles in a few passes
	@$(PYTHON) scripts/translations.py >/dev/null

base dev peers:
	@python=$$(sh scripts/find-python) && "$$python" scripts/install.py $@

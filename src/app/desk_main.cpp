#include "app/cli.h"

int main(int argc, char** argv) { return dateline::app::run(argc, argv); }

#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace dateline::app {

/// A progress line on stderr, drawn only where that is a terminal, and wiped when it ends.
class ProgressLine {
  public:
    explicit ProgressLine(std::string task);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    void show(double part);

  private:
    std::string task_;
    int shown_percent_ = -1;
    bool terminal_;
};

/// Wipes the line that a progress line may have drawn, for a program that ends while one is there.
void end_progress();

/// From now on Ctrl-C asks instead of killing, and no file takes another's place after it; the second one kills.
void catch_interrupt();
bool interrupted();

}  // namespace dateline::app
